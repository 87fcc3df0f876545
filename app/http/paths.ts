import { can } from '../core/people/capabilities.ts'
import type { Role } from '../core/people/capabilities.ts'
import type { PaperKind } from '../core/closing/papers/paper.ts'

/** The papers of a round as their files are called. */
export const PAPER_FILES: Readonly<Record<PaperKind, string>> = {
  winners: 'danh-sach-dat-giai',
  minutes: 'bien-ban-xet-giai',
  proposal: 'to-trinh',
  decision: 'quyet-dinh',
  sign_list: 'danh-sach-ky-nhan',
  report: 'bao-cao-tong-ket',
}

/** Parameters of the addresses that papers and certificates are downloaded from. */
export const PAPER_PARAMS = { variant: 'the-thuc', winner: 'nguoi' } as const

/** Parameters of the address of a round's regrade. */
export const REGRADE_PARAMS = { question: 'cau' } as const

/** Every address of the public contract, in one place (design: URLs are Vietnamese, code is English). */
export const paths = {
  home: '/',
  register: '/dang-ky',
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  account: '/tai-khoan',
  /** The account page, saying what was just done. */
  accountAfter: (change: AccountChange) => `/tai-khoan?xong=${change}`,
  password: '/tai-khoan/mat-khau',
  rules: '/the-le',
  statistics: '/thong-ke',
  announcements: '/thong-bao',
  practice: '/on-tap',
  receiptCheck: '/bien-nhan',
  board: '/bang-xep-hang',
  preferences: '/tuy-chon',
  staySignedIn: '/duy-tri-dang-nhap',
  readiness: '/readyz',
  organizer: '/to-chuc',
  round: (slug: string) => `/dot-thi/${slug}`,
  roundBoard: (slug: string) => `/dot-thi/${slug}/bang-xep-hang`,
  /** The units of a board, given its path. */
  unitsOf: (boardPath: string) => `${boardPath}?xem=don-vi`,
  takePaper: (attemptId: string) => `/lam-bai/${attemptId}`,
  result: (attemptId: string) => `/ket-qua/${attemptId}`,
  /** The result page with its complaint form open, about a question of the paper. */
  complainAbout: (attemptId: string, position: number) =>
    `/ket-qua/${attemptId}?khieu-nai=question:${position}#khieu-nai`,
  /** The result page, saying which complaint was just sent or withdrawn. */
  resultAfter: (attemptId: string, change: 'da-gui' | 'da-rut', complaintNumber: number) =>
    `/ket-qua/${attemptId}?${change}=${complaintNumber}#khieu-nai`,
  receipt: (code: string) => `/bien-nhan/${code}`,
  /** Where a code from the help desk is typed. */
  signInCode: '/dang-nhap/ma',
  /** Asks for the consents that were never asked for. */
  consents: '/tai-khoan/dong-y',
  units: '/to-chuc/don-vi',
  newUnit: '/to-chuc/don-vi/them',
  unit: (id: string) => `/to-chuc/don-vi/${id}`,
  unitMerge: (id: string, targetId: string) =>
    `/to-chuc/don-vi/${id}/gop?${new URLSearchParams({ vao: targetId })}`,
  unitImports: '/to-chuc/don-vi/nhap',
  unitImport: (id: string) => `/to-chuc/don-vi/nhap/${id}`,
  unitExport: '/to-chuc/don-vi/danh-sach.xlsx',
  unitTemplate: '/to-chuc/don-vi/mau.xlsx',
  people: '/to-chuc/nguoi-du-thi',
  person: (id: string) => `/to-chuc/nguoi-du-thi/${id}`,
  rosterImports: '/to-chuc/nguoi-du-thi/nhap',
  rosterImport: (id: string) => `/to-chuc/nguoi-du-thi/nhap/${id}`,
  rosterTemplate: '/to-chuc/nguoi-du-thi/mau.xlsx',
  duplicates: '/to-chuc/nguoi-du-thi/trung',
  slips: '/to-chuc/nguoi-du-thi/phieu',
  lockPeople: '/to-chuc/nguoi-du-thi/khoa',
  slipsDocument: '/to-chuc/nguoi-du-thi/phieu.pdf',
  oneTimeSignIn: (token: string) => `/dang-nhap/mot-lan/${token}`,
  questions: '/to-chuc/cau-hoi',
  question: (bankSlug: string, code: string) => `/to-chuc/cau-hoi/${bankSlug}/${code}`,
  questionEdit: (bankSlug: string, code: string) => `/to-chuc/cau-hoi/${bankSlug}/${code}/sua`,
  questionNew: (bankSlug: string) => `/to-chuc/cau-hoi/${bankSlug}/tao-moi`,
  amendments: (bankSlug: string) => `/to-chuc/cau-hoi/${bankSlug}/sua-doi-luat`,
  /** Where files of questions are uploaded, and what waits to be imported. */
  questionUploads: (bankSlug: string) => `/to-chuc/cau-hoi/${bankSlug}/nhap`,
  questionUpload: (bankSlug: string, importId: string) => `/to-chuc/cau-hoi/${bankSlug}/nhap/${importId}`,
  failedQuestions: (bankSlug: string, importId: string) =>
    `/to-chuc/cau-hoi/${bankSlug}/nhap/${importId}/cau-loi.xlsx`,
  importProgress: (bankSlug: string, importId: string) =>
    `/to-chuc/cau-hoi/${bankSlug}/nhap/${importId}/tien-do`,
  questionTemplate: (bankSlug: string, format: 'xlsx' | 'docx') =>
    `/to-chuc/cau-hoi/${bankSlug}/mau.${format}`,
  /** The questions of a bank as a file; the query is that of the list, with the format. */
  questionExport: (bankSlug: string) => `/to-chuc/cau-hoi/${bankSlug}/tai-ve`,
  /** A drawn paper, or its key, to be printed. */
  paperFile: (slug: string, seed: string, part: 'de' | 'dap-an') =>
    `/to-chuc/dot-thi/${slug}/de-thu/${part}.docx?${new URLSearchParams({ hat: seed })}`,
  staff: '/to-chuc/nhan-su',
  auditLog: '/to-chuc/nhat-ky',
  auditExport: '/to-chuc/nhat-ky/tai-ve',
  organizerRound: (slug: string) => `/to-chuc/dot-thi/${slug}`,
  /** How a portal shows the contest: previews and snippets. */
  portalKit: '/cong-thong-tin',
  /** The one page that other sites may show in a frame. */
  embeddedBoard: '/nhung/bang-xep-hang',
  roundAnalysis: (slug: string) => `/to-chuc/dot-thi/${slug}/phan-tich`,
  analysedQuestion: (slug: string, versionId: string) =>
    `/to-chuc/dot-thi/${slug}/phan-tich/cau-hoi/${versionId}`,
  analysedProvisions: (slug: string) => `/to-chuc/dot-thi/${slug}/phan-tich/can-cu`,
  analysisFile: (slug: string) => `/to-chuc/dot-thi/${slug}/phan-tich/tai-ve`,
  complaints: '/to-chuc/khieu-nai',
  complaint: (number: number) => `/to-chuc/khieu-nai/${number}`,
  liveRound: (slug: string) => `/to-chuc/dot-thi/${slug}/truc-tiep`,
  organizerAnnouncements: '/to-chuc/thong-bao',
  organizerAnnouncement: (id: string) => `/to-chuc/thong-bao/${id}`,
  /** One announcement among the others. */
  announcement: (id: string) => `/thong-bao#${id}`,
  /** The way to a round's final result; on the step that is to be done, or on the one that is named. */
  closing: (slug: string) => `/to-chuc/dot-thi/${slug}/tong-ket`,
  closingStep: (slug: string, step: ClosingStepName) => `/to-chuc/dot-thi/${slug}/tong-ket?buoc=${step}`,
  /** Where keys of a round are corrected and its papers marked anew. */
  regrade: (slug: string) => `/to-chuc/dot-thi/${slug}/cham-lai`,
  /** The same page with the form for one question's key open. */
  regradeQuestion: (slug: string, versionId: string) =>
    `/to-chuc/dot-thi/${slug}/cham-lai?${new URLSearchParams({ [REGRADE_PARAMS.question]: versionId })}`,
  /** Papers and certificates of a round. */
  roundPapers: (slug: string) => `/to-chuc/dot-thi/${slug}/van-ban`,
  closingPaperFile: (slug: string, kind: PaperKind) =>
    `/to-chuc/dot-thi/${slug}/van-ban/${PAPER_FILES[kind]}.docx`,
  certificates: (slug: string) => `/to-chuc/dot-thi/${slug}/giay-chung-nhan.pdf`,
  unitResults: (code: string) => `/don-vi/${encodeURIComponent(code)}`,
  contests: '/to-chuc/cuoc-thi',
  newContest: '/to-chuc/cuoc-thi/moi',
  editContest: (slug: string) => `/to-chuc/cuoc-thi/${slug}`,
  contestRanking: (slug: string) => `/to-chuc/cuoc-thi/${slug}/xep-hang`,
  rulesPreview: (slug: string) => `/to-chuc/cuoc-thi/${slug}/the-le`,
  newRound: (contestSlug: string) =>
    `/to-chuc/dot-thi/moi?${new URLSearchParams({ 'cuoc-thi': contestSlug })}`,
  roundSetup: (slug: string) => `/to-chuc/dot-thi/${slug}/cau-hinh`,
  paperPreview: (slug: string) => `/to-chuc/dot-thi/${slug}/de-thu`,
  questionHashes: (slug: string) => `/to-chuc/dot-thi/${slug}/ma-noi-dung.txt`,
  /** The published settings of a round, byte for byte what its fingerprint is the SHA-256 of. */
  roundDocument: (slug: string) => `/dot-thi/${slug}/thiet-lap.json`,
  /** The official result as a file for everybody, and for the staff with papers and keys. */
  resultsFile: (slug: string) => `/dot-thi/${slug}/ket-qua.json`,
  fullResultsFile: (slug: string) => `/to-chuc/dot-thi/${slug}/ket-qua.json`,
  resultsWorkbook: (slug: string) => `/to-chuc/dot-thi/${slug}/ket-qua.xlsx`,
  contestDocument: (id: string) => `/tai-lieu/${id}`,
  /** The picture of a banner: its name is its size, such as 575x72. */
  banner: (name: string, format: 'svg' | 'png') => `/nhung/banner/${name}.${format}`,
} as const

/** What stands on other people's pages: the same for everybody, whatever cookies the reader has. */
export function isForPortals(pathname: string): boolean {
  return pathname.startsWith('/nhung/')
}

/**
 * The section of the console a page belongs to, as the menu names it: that of the list its ways back lead to. Setting a
 * round up belongs to the contest; everything from its opening on to what the overview watches.
 */
export function consoleSectionOf(pathname: string): string {
  const [, , area = '', slug = '', page = ''] = pathname.split('/')
  if (area !== 'dot-thi') return area === '' ? paths.organizer : `${paths.organizer}/${area}`

  return slug === 'moi' || SETUP_PAGES.includes(page) ? paths.contests : paths.organizer
}

/** Last parts of the addresses of pages that set a round up. */
const SETUP_PAGES: readonly string[] = ['cau-hinh', 'de-thu']

/** Where somebody of the staff begins: a page that their role may see. */
export function consoleHomeOf(role: Role): string {
  return can(role, 'console.read') ? paths.organizer : paths.questions
}
/** The steps of closing a round, as their addresses name them. */
export type ClosingStepName =
  'chot-so-lieu' | 'dau-hieu' | 'loai-tru' | 'xet-giai' | 'xac-minh' | 'bien-ban' | 'cong-bo' | 'chung-cuoc'

/** What the account page tells that it was saved. */
export type AccountChange = 'mat-khau' | 'hien-ten' | 'yeu-cau'

/** Where to go on after signing in, as a parameter of the addresses of sign-in and registration. */
const RETURN_PARAM = 'tiep'

/** The address of sign-in or registration that leads on to `returnTo` afterwards. */
export function withReturnAddress(path: string, returnTo: string | null): string {
  return returnTo === null ? path : `${path}?${new URLSearchParams({ [RETURN_PARAM]: returnTo })}`
}

/** The return address a request carries, as it stands there: only `ownPathOr` says whether it may be followed. */
export function returnAddressOf(request: Request): string | null {
  return new URL(request.url).searchParams.get(RETURN_PARAM)
}

const ANY_ORIGIN = 'http://own.invalid'

/**
 * The address to go to after signing in, if it is one of ours; anything else could lead people away. Read the way a
 * browser reads it, which ignores tabs and resolves dots: "/<tab>/host" and "/.//host" are other people's addresses.
 */
export function ownPathOr(candidate: string | null, fallback: string): string {
  const url = candidate?.startsWith('/') ? URL.parse(candidate, ANY_ORIGIN) : null
  if (!url || url.origin !== ANY_ORIGIN || url.pathname.startsWith('//')) return fallback

  return url.pathname + url.search + url.hash
}
