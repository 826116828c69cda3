// The demo is a JavaScript app. Strapi's build compiles the first tsconfig.json above it: without one here, the plugin's.
export {};
