import { createContext, useContext } from 'react'
import type { Capability } from '#app/core/people/capabilities.ts'

/** What the signed-in person may do in the console; empty outside of it. */
export const ConsoleCapabilities = createContext<readonly Capability[]>([])

/** Whether to show a button or form; the server asks again whoever sends it. */
export function useCan(capability: Capability): boolean {
  return useContext(ConsoleCapabilities).includes(capability)
}
