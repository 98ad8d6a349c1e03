import { type ReactNode, useEffect, useRef } from 'react'

/** A modal of the browser itself: it traps focus, closes on Escape and gives focus back. */
export function Dialog({
  labelledBy,
  onClose,
  children,
  className = '',
}: {
  labelledBy: string
  onClose: () => void
  children: ReactNode
  className?: string
}) {
  const place = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = place.current
    const before = document.activeElement
    dialog?.showModal()
    const first = dialog?.querySelector<HTMLElement>('[data-first]') ?? dialog?.querySelector<HTMLElement>('h2')
    if (first?.matches('h2')) first.tabIndex = -1
    first?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={place}
      className={`dlg ${className}`}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {children}
    </dialog>
  )
}
