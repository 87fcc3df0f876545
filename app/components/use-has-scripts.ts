import { useSyncExternalStore } from 'react'

/** False on the server and until the page's scripts run: what can't work without them is not offered before. */
export function useHasScripts(): boolean {
  return useSyncExternalStore(subscribeToNothing, isTrue, isFalse)
}

const subscribeToNothing = () => () => undefined
const isTrue = () => true
const isFalse = () => false
