import { useSyncExternalStore } from 'react'

/**
 * Which announcements this browser has put away. Kept in its storage, not in a cookie: a cookie would make every page
 * personal and end its sharing.
 */
const STORAGE_KEY = 'hoi-thi:thong-bao-da-an'
/** Old ones leave the pages by themselves. */
const MOST_REMEMBERED = 50

type Keyed = { id: string; version: number }

/** An edit makes another key: what is new is shown again. */
export function dismissalKeyOf({ id, version }: Keyed): string {
  return `${id}.${version}`
}

/** Where the browser forbids storage, putting away lasts as long as the page. */
let fallback = ''
const listeners = new Set<() => void>()

/** Whether an announcement was put away in this browser, and the way to do it. False for all before scripts run. */
export function useDismissed() {
  const keys = useSyncExternalStore(subscribe, read, readOnServer).split(' ')

  return {
    isDismissed: (announcement: Keyed) => keys.includes(dismissalKeyOf(announcement)),
    dismiss: (announcement: Keyed) =>
      write([dismissalKeyOf(announcement), ...keys].slice(0, MOST_REMEMBERED).join(' ')),
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)

  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function read(): string {
  try {
    return window.localStorage.getItem(STORAGE_KEY) ?? fallback
  } catch {
    return fallback
  }
}

function readOnServer(): string {
  return ''
}

function write(keys: string): void {
  fallback = keys
  try {
    window.localStorage.setItem(STORAGE_KEY, keys)
  } catch {
    // Kept in memory above.
  }
  for (const listener of listeners) listener()
}

/**
 * Run by the browser before it first paints the page: what was put away never flashes up, and nothing below it jumps.
 * Elements carry their key in data-announcement.
 */
export const HIDE_DISMISSED_SCRIPT = `try{const k=(localStorage.getItem('${STORAGE_KEY}')??'').split(' ');for(const e of document.querySelectorAll('[data-announcement]'))if(k.includes(e.dataset.announcement))e.hidden=true}catch{}`
