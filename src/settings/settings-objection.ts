/** What the objection form asks and bears; how long each step takes stands with recognition. */
import { number } from './setting.ts'

export const objectionSettings = {
  'objection.factsChars': number(20, 'character', 1, 2000, { fills: 'Art. 10(4)', name: ['事实与理由最少字数', 'Shortest facts and reasons'],
    basis: ['办法未定；公示通行要求写明事实和理由', 'The text gives none; notices customarily ask for facts and reasons'] }),
  'objection.evidenceFiles': number(5, 'time', 1, 50, { fills: 'Art. 10(4)', name: ['异议证据件数', 'Evidence files'],
    basis: ['办法未定；网上递交的件数上限，更多的可当面递交', 'The text gives none; more may be handed in at the office'] }),
  'objection.evidenceMB': number(10, 'megabyte', 1, 50, { fills: 'Art. 10(4)', name: ['异议证据单个文件上限', 'Largest evidence file'],
    basis: ['办法未定；网上递交的大小上限', 'The text gives none; the limit of handing in online'] }),
  'objection.filingsPerHour': number(20, 'time', 1, 1000, { fills: null, name: ['同一地址每小时递交异议', 'Objections an hour from one address'],
    basis: ['防止恶意重复递交', 'Against flooding'] }),
  'objection.asksPerHour': number(60, 'time', 1, 10_000, { fills: null, name: ['同一地址每小时查询、上传', 'Questions and uploads an hour from one address'],
    basis: ['防止猜测回执', 'Against guessing receipts'] }),
  'objection.wrongPerHour': number(1000, 'time', 100, 1_000_000, { fills: null, name: ['全部地址每小时回执不符', 'Receipts an hour that fit nothing, of all addresses'],
    basis: ['防止从许多地址一起猜测回执；递交异议不受此限', 'Against guessing receipts from many addresses; handing in objections is not limited by it'] }),
} as const
