import { defineMessages } from '../messages.ts'
import { questionUploadEn } from './question-upload.en.ts'
import { questionUploadVi } from './question-upload.vi.ts'

export const questionUpload = defineMessages({ vi: questionUploadVi, en: questionUploadEn })
