/** A text in the two languages of the product; Chinese leads. */
export type Words = { readonly zh: string; readonly en: string }

/** Joins several texts into one, language by language. */
export const joined = (parts: readonly Words[], zh: string, en: string): Words => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
})
