/** The answers the form works out itself: the name, the sums and the shares. */
import {
  type ApplicationData,
  type Computation,
  type Row,
  type Value,
  added,
  numberAt,
  rowsAt,
  shareOf,
  sumOf,
  textAt,
} from './recognition.form.grammar.ts'
import { bachelorUp, midTitles, seniorTitles, specialKinds } from './recognition.form.options.ts'

export const areaParts = ['D.areaPilot', 'D.areaTesting', 'D.areaOffice', 'D.areaStorage', 'D.areaCommon'] as const

/** "晋中市" + core direction + "中试基地" (Art. 10(4)). */
export const baseNameOf = (direction: string): string => `晋中市${direction}中试基地`

/** The value of a computed field; `undefined` while nothing can be worked out. */
export const computedOf = (computation: Computation, data: ApplicationData): Value | undefined => computations[computation](data)

const computations: Readonly<Record<Computation, (data: ApplicationData) => Value | undefined>> = {
  baseName: (data) => {
    const direction = textAt(data, 'A.direction')
    return direction && baseNameOf(direction)
  },
  leadName: (data) => textAt(data, 'B.name'),
  directorName: (data) => textAt(data, 'F.directorName'),
  areaOfParts: (data) => added(areaParts.map((path) => numberAt(data, path))),
  equipmentCount: (data) => sumOf(rowsAt(data, 'E.equipment'), 'count'),
  equipmentValue: (data) => sumOf(rowsAt(data, 'E.equipment'), 'value'),
  specialEquipmentShare: (data) => {
    const rows = rowsAt(data, 'E.equipment')
    return shareOf(
      sumOf(
        rows.filter(({ kind }) => specialKinds.includes(kind as string)),
        'value',
      ),
      sumOf(rows, 'value'),
    )
  },
  staffTotal: (data) => staff(data).length,
  staffFullTime: (data) => staff(data).filter(({ fullTime }) => fullTime === true).length,
  bachelorShare: (data) => staffShare(data, isBachelor),
  midShare: (data) => staffShare(data, isMid),
  bachelorOrMidShare: (data) => staffShare(data, (row) => isBachelor(row) || isMid(row)),
  seniorShare: (data) => staffShare(data, ({ title }) => seniorTitles.includes(title as string)),
  sourcesTotal: (data) => sumOf(rowsAt(data, 'G.sources'), 'amount'),
  servicesReceived: (data) => sumOf(rowsAt(data, 'I.services'), 'received'),
  servicesCounted: (data) => sumOf(rowsAt(data, 'I.services').filter(counts), 'received'),
}

/** Services to related parties, pure testing and pure contract research are shown, and not counted. */
export const counts = ({ related, pureTesting }: Row): boolean => related === false && pureTesting === false

const staff = (data: ApplicationData) => rowsAt(data, 'F.staff')
const isBachelor = ({ education }: Row) => bachelorUp.includes(education as string)
const isMid = ({ title }: Row) => midTitles.includes(title as string)
const staffShare = (data: ApplicationData, test: (row: Row) => boolean) => shareOf(staff(data).filter(test).length, staff(data).length)
