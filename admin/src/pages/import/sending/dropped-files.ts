import { isSent, type SelectedFile } from './selection';

/** The files that an input of the form holds; those of a folder with their paths in it. */
export function chosenFiles(list: FileList): SelectedFile[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** The files that were dropped, those of folders too. Takes the entries at once, as they are gone after the event. */
export function droppedFiles({ items, files }: DataTransfer): Promise<SelectedFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return entries.length > 0 ? filesOf(entries) : Promise.resolve(chosenFiles(files));
}

async function filesOf(entries: readonly FileSystemEntry[]): Promise<SelectedFile[]> {
  const found: SelectedFile[] = [];
  for (const entry of entries) {
    if (!isSent(entry.name)) continue;
    // `fullPath` begins with a slash.
    if (isFile(entry)) found.push({ path: entry.fullPath.slice(1), file: await fileOf(entry) });
    else found.push(...(await filesOf(await entriesOf(entry as FileSystemDirectoryEntry))));
  }
  return found;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A browser gives the entries of a folder in parts, the last of them empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return found;
    found.push(...part);
  }
}
