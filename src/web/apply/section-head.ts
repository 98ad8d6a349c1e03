/** Whoever goes to a section with the keys stands at its head, not before the list of sections and all findings again. */
export const toSectionHead = (scroll = false) => document.querySelector<HTMLElement>('.mid [data-heading]')?.focus({ preventScroll: !scroll })
