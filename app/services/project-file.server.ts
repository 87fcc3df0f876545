/**
 * A file of the checkout that the build does not carry along, such as the code of a worker thread or a font: the sources
 * in this folder and the build's one file are both two folders below the checkout.
 */
export function projectFile(path: `app/${string}`): URL {
  return new URL(`../../${path}`, import.meta.url)
}
