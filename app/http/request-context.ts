import '@remix-run/node'

/** What the server knows of a request before any route runs. */
export type RequestContext = {
  /** Quoted by users, found in the log. */
  requestId: string
  /** The one clock of this request (invariant 1). */
  now: Date
  /** Address of the client, behind trusted proxies too. For limits only; never stored or logged in clear. */
  address: string
}

declare module '@remix-run/node' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Remix asks for an interface to be merged
  interface AppLoadContext extends RequestContext {}
}
