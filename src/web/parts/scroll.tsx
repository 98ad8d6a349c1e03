import type { ReactNode } from 'react'

/** A wide table that scrolls on its own; the keyboard can reach it. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  <section className="scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
)
