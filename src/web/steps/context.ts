import { createContext, useContext } from 'react'
import type { CaseDetail } from '../../contract.ts'

/** What controls need to know of the case around them; null where a case is only being opened. */
export type Around = {
  detail: CaseDetail | null
  draftId: string
  names: Record<string, string>
  onName: (id: string, name: string) => void
}

export const AroundContext = createContext<Around>({ detail: null, draftId: '', names: {}, onName: () => undefined })
export const useAround = () => useContext(AroundContext)
