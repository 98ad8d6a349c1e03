const drawings = {
  clock: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.4V8l2.5 1.6" />
    </>
  ),
  gear: (
    <>
      <circle cx="8" cy="8" r="2.1" />
      <path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6l1.4 1.4M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4" />
    </>
  ),
  tick: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M5.2 8.2l2 2 3.7-4.2" />
    </>
  ),
  cross: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />
    </>
  ),
  bar: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M5 8h6" />
    </>
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </>
  ),
  back: (
    <>
      <path d="M6 3.5L2.8 6.7 6 9.9" />
      <path d="M3 6.7h6.4a3.4 3.4 0 0 1 0 6.8H6.5" />
    </>
  ),
  horn: (
    <>
      <path d="M2.5 6.5v3h2l6 3.2V3.3l-6 3.2z" />
      <path d="M13 6.2a3 3 0 0 1 0 3.6" />
    </>
  ),
  warn: (
    <>
      <path d="M8 2.2l6.3 11.3H1.7z" />
      <path d="M8 6.4v3.2M8 11.6v.2" />
    </>
  ),
  book: <path d="M8 4c-1.4-1-3.2-1.3-5.5-1.3v9.6C4.8 12.3 6.6 12.6 8 13.6c1.4-1 3.2-1.3 5.5-1.3V2.7C11.2 2.7 9.4 3 8 4zM8 4v9.6" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="M10.3 10.3l3.4 3.4" />
    </>
  ),
  send: (
    <>
      <path d="M14 2L1.8 7l4.7 2.2L8.7 14z" />
      <path d="M14 2L6.5 9.2" />
    </>
  ),
  shield: (
    <>
      <path d="M8 1.8l5.2 1.8v4c0 3.2-2.2 5.4-5.2 6.6-3-1.2-5.2-3.4-5.2-6.6v-4z" />
      <path d="M5.6 8l1.7 1.7 3.2-3.4" />
    </>
  ),
  quill: <path d="M13.5 2.5c-5 .3-8.2 3-9 8l-1.5 3M6 9.5c3 .2 5-1 6-3.5" />,
  scale: <path d="M8 2.5v11M5 13.5h6M3 4.5h10M3 4.5l-1.7 4h3.4zM13 4.5l-1.7 4h3.4z" />,
  right: <path d="M6 3.5L10.5 8 6 12.5" />,
  left: <path d="M10 3.5L5.5 8l4.5 4.5" />,
  save: <path d="M8 2.5v7M5 7l3 3 3-3M2.5 12.5h11" />,
}

export type IconName = keyof typeof drawings

/** Line drawings of 16 × 16; the word always stands beside. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
    {drawings[name]}
  </svg>
)
