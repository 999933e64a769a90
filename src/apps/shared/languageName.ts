/** What a language is called in the reader's own: "de" is "German", or "Deutsch". The tag itself where nobody knows it. */
export function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // Not a tag at all: somebody typed it.
  }
}
