import { expect, request, type APIRequestContext } from '@playwright/test';

/** An administrator's API token, and what a browser holds that is signed in. */
export interface Session {
  token: string;
  state: StorageState;
}

type StorageState = Awaited<ReturnType<APIRequestContext['storageState']>>;

interface Login {
  data: { token: string };
}

/** Signs an administrator in, as the form of the admin does. */
export async function signIn(
  baseURL: string,
  { email, password }: { email: string; password: string },
): Promise<Session> {
  const context = await request.newContext({ baseURL });
  const response = await context.post('/admin/login', { data: { email, password } });
  expect(response.status()).toBe(200);
  const { token } = ((await response.json()) as Login).data;
  const { cookies } = await context.storageState();
  await context.dispose();
  const localStorage = [
    { name: 'jwtToken', value: JSON.stringify(token) },
    { name: 'isLoggedIn', value: 'true' },
  ];
  return { token, state: { cookies, origins: [{ origin: baseURL, localStorage }] } };
}
