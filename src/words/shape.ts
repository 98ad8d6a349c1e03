/** The same keys, any text: what the English catalogue must be for the Chinese one. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
