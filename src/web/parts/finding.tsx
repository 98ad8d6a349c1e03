import type { ReactNode } from 'react'
import type { Finding as FindingData } from '../../contract.ts'
import { useWords } from '../words.ts'
import { Cite } from './cite.tsx'
import { Icon, type Shape } from './icon.tsx'

const looks: { readonly [O in FindingData['outcome']]: { shape: Shape; tone: string; edge: string } } = {
  notMet: { shape: 'noc', tone: 't-no', edge: 'must' },
  needsReason: { shape: 'warn', tone: 't-am', edge: 'usual' },
  needsJudgement: { shape: 'scale', tone: 't-vi', edge: 'judge' },
  notEvaluated: { shape: 'open', tone: 'faint', edge: '' },
  met: { shape: 'okc', tone: 't-ok', edge: '' },
}

/** One finding of the pre-check: what, why in facts, where, on what basis. `go` leads to the field. */
export function Finding({ finding, go }: { finding: FindingData; go?: ReactNode }) {
  const words = useWords()
  const { shape, tone, edge } = looks[finding.outcome]
  return (
    <div className={`find ${edge}`}>
      <div className={`h ${tone}`}>
        <Icon shape={shape} />
        <span>{words(finding.says)}</span>
      </div>
      {finding.outcome !== 'met' && <p>{words(finding.because)}</p>}
      <div className="go2">
        {go}
        <Cite law={finding.law} />
      </div>
    </div>
  )
}
