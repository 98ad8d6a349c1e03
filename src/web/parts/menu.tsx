import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

/** A button with a panel under it. Escape and leaving close it; focus returns to the button. */
export function Menu({
  label,
  face,
  children,
  className = '',
}: {
  label: string
  face: ReactNode
  children: ReactNode
  className?: string
}) {
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [open])
  return (
    <div
      className={`menu ${className}`}
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button type="button" className="face" ref={button} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {face}
        <span className="sr">{label}</span>
      </button>
      {open && (
        <div
          className="float"
          id={id}
          onClick={(event) => {
            if ((event.target as HTMLElement).closest('a')) setOpen(false)
          }}
        >
          {children}
        </div>
      )}
    </div>
  )
}
