import { defineMessages } from '../messages.ts'
import { peopleEn } from './people.en.ts'
import { peopleVi } from './people.vi.ts'

export const people = defineMessages({ vi: peopleVi, en: peopleEn })
export type PeopleText = keyof typeof peopleVi
