import type { QuestionFormAnswer } from '#app/components/questions/question-form.tsx'

/** The form keeps what was typed and says that it was not sent. */
export const OFFLINE_ANSWER: QuestionFormAnswer = { errors: { form: 'offline' }, values: null }
