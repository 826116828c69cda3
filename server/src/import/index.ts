export const importService = () => ({});
