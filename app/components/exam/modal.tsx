import { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

type ModalProps = { labelledBy: string; onClose: () => void; children: ReactNode; className?: string }

/**
 * A dialog over the page while it is rendered; a sheet from below on phones. Its title takes the focus, which goes back
 * where it came from.
 */
export function Modal({ labelledBy, onClose, children, className }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Before the element leaves the document: only an orderly close gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Not the first link or field, which may lie far below: the title says where one is.
    document.getElementById(labelledBy)?.focus()

    return () => element?.close()
  }, [labelledBy])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={labelledBy}
      // The browser would close it first and tell us a moment later; a press in between would open nothing.
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={onClose}
      className={classNames(
        'mx-auto mt-auto mb-0 max-h-[92dvh] w-full max-w-xl overscroll-contain rounded-t-lg border border-line bg-surface p-5 text-ink shadow-card backdrop:bg-scrim sm:mb-auto sm:rounded-lg sm:p-7',
        className,
      )}
    >
      {children}
    </dialog>
  )
}
