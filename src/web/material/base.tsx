import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { BaseCase } from '../../procedures/base/base.case.ts'
import { BuildingMaterial } from '../bases/building.tsx'
import { Cite } from '../parts/cite.tsx'
import { Name } from '../parts/names.tsx'

/** The case of a base leads to its page; what waits for its host stands here. */
export function BaseMaterial({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('bases')
  const file = detail.case.file as Partial<BaseCase>
  const number = file.baseId ?? ''
  const watched = file.watched ?? []
  return (
    <div className="stack">
      <section className="panel"><div className="hd"><h2><Name name={file.name ?? ''} /></h2></div>
        <div className="bd stack"><p>{[number, file.certificateNo, file.documentNo].filter(Boolean).join(' · ')}</p><p><Link className="btn primary" to="/bases/$number" params={{ number }}>{t('file.toBase')}</Link></p></div></section>
      {file.building && <BuildingMaterial building={file.building} />}
      {watched.length > 0 && <section className="panel"><div className="hd"><h2 className="h3">{t('file.watch')}</h2><span className="grow" /><Link className="s" to="/watch" search={{ base: number, within: '3660' }}>{t('all')}</Link></div>
        <ul className="plain-list">{watched.map((item) => <li key={item.key}><span className="grow">{item.of === 'hold' || item.of === 'rectification' ? <Link to="/cases/$number" params={{ number: item.title }}>{item.title}</Link> : item.of === 'director' || item.of === 'building' ? item.title : <Link to="/bases/$number/$table" params={{ number, table: item.of }}>{item.title}</Link>}</span><b>{item.on}</b><Cite law={item.law} /></li>)}</ul></section>}
    </div>
  )
}
