import type { Catalogue } from '../zh/workbench.ts'
import type { Same } from '../shape.ts'
import { admin } from './admin.ts'
import { apply } from './apply.ts'
import { award } from './award.ts'
import { bases } from './bases.ts'
import { assess } from './assess.ts'
import { caseWords } from './case.ts'
import { draw } from './draw.ts'
import { inspection } from './inspection.ts'
import { law } from './law.ts'
import { matters } from './matters.ts'
import { objection } from './objection.ts'
import { papers } from './papers.ts'
import { pool } from './pool.ts'
import { revocation } from './revocation.ts'
import { shell } from './shell.ts'
import { steps } from './steps.ts'
import { worklist } from './worklist.ts'

export const workbench = {
  shell, worklist, case: caseWords, steps, law, admin, apply, objection, papers,
  assess,
  draw,
  inspection,
  revocation,
  award,
  matters,
  pool,
  bases,
} satisfies Same<Catalogue>
