import type { CaseDetail } from '../../contract.ts'
import type { MajorMatterCase } from '../../procedures/major-matter/major-matter.case.ts'
import { AccidentView } from '../matters/accident-view.tsx'
import { MatterDraft } from '../matters/draft.tsx'
import { Around, AskedMatter, SaidOnTheWay } from '../matters/view.tsx'
import '../css/matters.css'

/** A draft is written here; what was handed in stands here, old beside new; an accident has a page of its own kind. */
export function MajorMatterMaterial({ detail }: { detail: CaseDetail }) {
  const file = detail.case.file as Partial<MajorMatterCase>
  const writing = ['draft', 'demanded', 'returned'].includes(detail.case.status)
  return (
    <div className="stack matters">
      <Around file={file} returned={detail.case.status === 'returned'} />
      {file.code === 'M11' ? <AccidentView file={file} report={detail.available.some(({ step, open }) => step === 'report' && open)} /> : writing ? <MatterDraft key={detail.case.id} detail={detail} /> : <AskedMatter file={file} />}
      <SaidOnTheWay detail={detail} file={file} />
    </div>
  )
}
