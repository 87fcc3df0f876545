import { Link } from '@remix-run/react'
import { FileDown } from 'lucide-react'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { buttonClass } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

const FORMATS = ['xlsx', 'gift', 'moodle', 'yaml', 'docx-paper', 'docx-key'] as const

/** The questions of the list as files. */
export function ExportLinks({ hrefOf }: { hrefOf: (format: string) => string }) {
  const t = useT(questionUpload)

  return (
    <Card className="grid gap-3" aria-labelledby="tai-ve">
      <h2 id="tai-ve" className="text-lg">
        {t('exportTitle')}
      </h2>
      <p className="text-sm text-muted">{t('exportText')}</p>
      <ul className="flex flex-wrap gap-2">
        {FORMATS.map((format) => (
          <li key={format}>
            <Link to={hrefOf(format)} reloadDocument className={buttonClass('secondary')}>
              <FileDown aria-hidden="true" className="size-5" />
              {t(`export_${format}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
