import { useEffect, useState } from 'react'
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
  const [isOn, setIsOn] = useState(true)
  useEffect(() => {
    const isSwitchedOff = readSwitch() === 'off'
    if (isSwitchedOff) setIsOn(false)
  }, [])

  return [
    isOn,
    (wanted) => {
      setIsOn(wanted)
      writeSwitch(wanted ? 'on' : 'off')
    },
  ]
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

function readSwitch(): string | null {
  try {
    return window.localStorage.getItem(SWITCH_KEY)
  } catch {
    return null
  }
}

function writeSwitch(value: 'on' | 'off'): void {
  try {
    window.localStorage.setItem(SWITCH_KEY, value)
  } catch {
    // Forbidden storage: the switch holds for this page only.
  }
}
