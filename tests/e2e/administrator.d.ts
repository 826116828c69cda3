/** Who signs in during the browser tests. */
export declare const ADMINISTRATOR: {
  firstname: string;
  lastname: string;
  email: string;
  password: string;
};
