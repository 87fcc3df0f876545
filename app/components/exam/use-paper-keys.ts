import { useEffect, useSyncExternalStore } from 'react'
import { commandOf } from './paper-keys.ts'
import type { KeyPress, PaperCommand } from './paper-keys.ts'

const SWITCH_KEY = 'hoi-thi:phim-tat'
/** Rounding of zoomed pages may leave the scroll position this far from the end. */
const SCROLL_TOLERANCE_PX = 2

/** Listens to the keyboard while the paper can be worked on. */
export function usePaperKeys(
  isActive: boolean,
  optionCount: number,
  hasCharacterKeys: boolean,
  onCommand: (command: PaperCommand) => void,
): void {
  useEffect(() => {
    if (!isActive) return
    const handleKey = (event: KeyboardEvent) => {
      const isInDialog = document.querySelector('dialog[open]') !== null
      if (event.defaultPrevented || isInDialog) return
      const command = commandOf(readPress(event), optionCount, hasCharacterKeys && hasFinePointer())
      if (!command) return
      event.preventDefault()
      onCommand(command)
    }
    document.addEventListener('keydown', handleKey)

    return () => document.removeEventListener('keydown', handleKey)
  }, [isActive, optionCount, hasCharacterKeys, onCommand])
}

/** Whether single-character keys are wanted; remembered by the browser. */
export function useCharacterKeys(): [boolean, (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(characterKeys.subscribe, characterKeys.isOn, () => true)

  return [isOn, characterKeys.switchTo]
}

const characterKeys = createSwitch(SWITCH_KEY)

function createSwitch(storageKey: string) {
  const listeners = new Set<() => void>()
  /** Null while only the browser's storage knows. */
  let chosen: boolean | null = null

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)

      return () => listeners.delete(listener)
    },
    isOn: () => chosen ?? readItem(storageKey) !== 'off',
    switchTo: (isOn: boolean) => {
      chosen = isOn
      writeItem(storageKey, isOn ? 'on' : 'off')
      for (const listener of listeners) listener()
    },
  }
}

/** Shortcuts of one character belong to devices on which their help and their switch are shown. */
function hasFinePointer(): boolean {
  return window.matchMedia('(any-pointer: fine)').matches
}

function readPress(event: KeyboardEvent): KeyPress {
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement

  return {
    key: event.key,
    hasModifier: event.ctrlKey || event.altKey || event.metaKey || event.shiftKey,
    isComposing: event.isComposing,
    target: targetOf(event.target),
    isAtTop: scrollTop <= SCROLL_TOLERANCE_PX,
    isAtBottom: scrollTop + clientHeight >= scrollHeight - SCROLL_TOLERANCE_PX,
  }
}

function targetOf(target: EventTarget | null): KeyPress['target'] {
  if (!(target instanceof HTMLElement)) return 'other'
  if (target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type)) return 'choice'

  return target.matches('input, textarea, select, [contenteditable]') ? 'text' : 'other'
}

function readItem(key: string): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

function writeItem(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value)
  } catch {
    // Forbidden storage: the switch holds for this page only.
  }
}
