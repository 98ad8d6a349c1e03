import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AvailableStep, CaseDetail } from '../../contract.ts'
import { Note, Skeleton } from '../parts/states.tsx'
import { useCase } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useOffered } from './signing.tsx'

type Words = { title: string; closed: string; back: string }

/** A sheet that is filled in on the spot stands where its step is offered; elsewhere it says that it is not, and leads back. */
export function OnSite({ number, step: name, words, children }: { number: string; step: string; words: Words; children: (detail: CaseDetail, step: AvailableStep) => ReactNode }) {
  const { data: detail, error, refetch } = useCase(number)
  useTitle(`${words.title} ${number}`)
  const step = useOffered(detail, name)
  if (!detail) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton />}</div>
  if (step) return children(detail, step)
  return (
    <div className="page">
      <Note
        tone="am"
        action={
          <Link className="btn sm" to="/cases/$number" params={{ number }}>
            {words.back}
          </Link>
        }
      >
        {words.closed}
      </Note>
    </div>
  )
}
