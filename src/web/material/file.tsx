import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { DataList } from '../parts/data-list.tsx'

/** The facts of a case as they lie. */
export function FileMaterial({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('material.file')}</h2>
      </div>
      <div className="bd">
        <DataList data={detail.case.file} />
      </div>
    </section>
  )
}
