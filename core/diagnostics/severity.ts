/** How bad a problem is: an error keeps a post from being published. */
export type Severity = 'error' | 'warning' | 'info';
