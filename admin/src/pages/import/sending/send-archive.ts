/** The server refused what was sent, and says why. */
export class SendRefused extends Error {}

interface Answer {
  data?: { id: number } | null;
  error?: { message?: string };
}

/**
 * Sends a zip file; `fetch` would not tell how far it is.
 * @returns the number of the import.
 * @throws SendRefused with the server's words, DOMException `AbortError` where it is stopped, Error without a connection.
 */
export function sendArchive(
  archive: Blob,
  name: string,
  {
    token,
    signal,
    onProgress,
  }: { token: string | null; signal: AbortSignal; onProgress: (sent: number) => void },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${backendUrl()}/press/imports?name=${encodeURIComponent(name)}`);
    request.setRequestHeader('Content-Type', 'application/zip');
    request.setRequestHeader('Accept', 'application/json');
    if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => {
      const { data, error } = answerOf(request.responseText);
      if (data) resolve(data.id);
      else reject(new SendRefused(error?.message ?? `${request.status} ${request.statusText}`));
    };
    request.onerror = () => reject(new Error('no connection'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(archive);
  });
}

/** Strapi's types of its global object leave it out. */
function backendUrl(): string {
  return (window as unknown as { strapi: { backendURL: string } }).strapi.backendURL;
}

function answerOf(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
