import type { ProcedureInfo } from '../../contract.ts'
import { placeOf } from '../parts/cite.tsx'
import { useProcedures } from '../queries.ts'

/** What a step does to the case, seen from where it lies: on, in place, back to the applicant, refused, out of the procedure. */
export type Direction = 'forward' | 'inPlace' | 'aside' | 'back' | 'refused' | 'out'

const order: readonly Direction[] = ['forward', 'inPlace', 'back', 'refused', 'aside', 'out']

/** Steps in the order people take them: what moves the case on first, what ends it last. */
export function useDirections(procedure: string, status: string) {
  const info = useProcedures().data?.find((one) => one.procedure === procedure)
  const directionOf = (step: string): Direction => {
    const found = info?.steps.find((one) => one.step === step)
    return found && info ? directionIn(info, found, status) : 'aside'
  }
  const sorted = <One extends { step: string }>(steps: readonly One[]): One[] =>
    steps.toSorted((a, b) => order.indexOf(directionOf(a.step)) - order.indexOf(directionOf(b.step)))
  return { info, directionOf, sorted }
}

export function directionIn(info: ProcedureInfo, step: Pick<ProcedureInfo['steps'][number], 'to' | 'law'>, status: string): Direction {
  // What the law itself asks for in place is work to be done; what only a setting allows is an exception.
  if (step.to === status) return 'no' in placeOf(step.law) ? 'inPlace' : 'aside'
  const family = info.statuses.find((one) => one.status === step.to)?.family
  switch (family) {
    case 'back':
      return 'back'
    case 'no':
      return 'refused'
    case 'void':
      return 'out'
    // The applicant goes on writing: nothing has moved yet.
    case 'open':
      return 'inPlace'
    case 'go':
    case 'notice':
    case 'spot':
    case 'ok':
    case 'judge':
    case undefined:
      return 'forward'
  }
}
