/** Remix's own build, given by its Vite plugin. */
declare module 'virtual:remix/server-build'
