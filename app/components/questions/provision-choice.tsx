import { parseCitation } from '#app/core/questions/citation.ts'
import type { LawStructure } from '#app/core/questions/law-structure.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Field, Select } from '../ui/field.tsx'

type ProvisionChoiceProps = {
  structure: LawStructure
  /** Id of the article, clause or point; empty when none is chosen. */
  value: string
  onChange: (id: string) => void
  errorId: string | undefined
}

/** Article, then its clause, then its point: as far as one wants to go. */
export function ProvisionChoice({ structure, value, onChange, errorId }: ProvisionChoiceProps) {
  const t = useT(questions)
  const parts = parseCitation(value)
  const article = structure.articles.find((candidate) => String(candidate.article) === parts?.article)
  const clause = article?.clauses.find((candidate) => String(candidate.clause) === parts?.clause)

  return (
    <div className="grid grid-cols-2 gap-3">
      <div className="col-span-2">
        <Field id="article" label={t('article')}>
          {(control) => (
            <Select
              {...control}
              aria-invalid={errorId ? true : undefined}
              aria-describedby={errorId}
              value={article ? `D${article.article}` : ''}
              onChange={(event) => onChange(event.target.value)}
            >
              <option value="">{t('citationChoose')}</option>
              {structure.articles.map(({ article: number, title }) => (
                <option key={number} value={`D${number}`}>
                  {t('articleOf', { article: number, title })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field id="clause" label={t('clause')}>
        {(control) => (
          <Select
            {...control}
            disabled={!article?.clauses.length}
            value={article && clause ? `D${article.article}.${clause.clause}` : ''}
            onChange={(event) => onChange(event.target.value || `D${article?.article}`)}
          >
            <option value="">{t('wholeArticle')}</option>
            {article?.clauses.map(({ clause: number }) => (
              <option key={number} value={`D${article.article}.${number}`}>
                {number}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="point" label={t('point')}>
        {(control) => (
          <Select
            {...control}
            disabled={!clause?.points.length}
            value={parts?.point ? value : ''}
            onChange={(event) => onChange(event.target.value || `D${article?.article}.${clause?.clause}`)}
          >
            <option value="">{t('wholeClause')}</option>
            {clause?.points.map((point) => (
              <option key={point} value={`D${article?.article}.${clause.clause}.${point}`}>
                {point}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}
