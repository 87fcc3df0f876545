import { index, layout, route } from '@remix-run/route-config'
import type { RouteConfig } from '@remix-run/route-config'

/** The URL map: Vietnamese addresses to English-named modules. */
export default [
  index('routes/public/home.tsx'),
  route('dot-thi/:slug', 'routes/public/round.tsx'),
  route('dot-thi/:slug/bang-xep-hang', 'routes/public/round-board.tsx'),
  route('bang-xep-hang', 'routes/public/overall-board.tsx'),
  route('ket-qua/:attemptId', 'routes/public/result.tsx'),
  route('bien-nhan/:code?', 'routes/public/receipt.tsx'),
  route('don-vi/:code', 'routes/public/unit.tsx'),
  route('the-le', 'routes/public/rules.tsx'),
  route('thong-bao', 'routes/public/announcements.tsx'),
  route('thong-ke', 'routes/public/statistics.tsx'),
  route('on-tap', 'routes/public/practice.tsx'),
  route('cong-thong-tin', 'routes/public/portal-kit.tsx'),

  route('nhung/bang-xep-hang', 'routes/embed/board.tsx'),
  route('nhung/banner/:file', 'routes/embed/banner.ts'),

  route('dang-ky', 'routes/account/register.tsx'),
  route('dang-nhap', 'routes/account/sign-in.tsx'),
  route('dang-nhap/mot-lan/:token', 'routes/account/one-time-sign-in.tsx'),
  route('dang-xuat', 'routes/account/sign-out.tsx'),
  route('tai-khoan', 'routes/account/account.tsx'),
  route('tai-khoan/mat-khau', 'routes/account/password.tsx'),

  route('lam-bai/:attemptId', 'routes/exam/take-paper.tsx'),

  layout('routes/organizer/console.tsx', [
    route('to-chuc', 'routes/organizer/overview.tsx'),
    route('to-chuc/dot-thi/:slug', 'routes/organizer/round.tsx'),
    route('to-chuc/dot-thi/:slug/phan-tich', 'routes/organizer/analysis.tsx'),
    route('to-chuc/dot-thi/:slug/phan-tich/can-cu', 'routes/organizer/analysed-provisions.tsx'),
    route('to-chuc/dot-thi/:slug/phan-tich/cau-hoi/:versionId', 'routes/organizer/analysed-question.tsx'),
    route('to-chuc/khieu-nai', 'routes/organizer/complaints.tsx'),
    route('to-chuc/khieu-nai/:number', 'routes/organizer/complaint.tsx'),
    route('to-chuc/dot-thi/:slug/truc-tiep', 'routes/organizer/live.tsx'),
    route('to-chuc/thong-bao', 'routes/organizer/announcements.tsx'),
    route('to-chuc/thong-bao/:id', 'routes/organizer/announcement.tsx'),
    route('to-chuc/cau-hoi', 'routes/organizer/questions.tsx'),
    route('to-chuc/cau-hoi/:bank/tao-moi', 'routes/organizer/question-new.tsx'),
    route('to-chuc/cau-hoi/:bank/sua-doi-luat', 'routes/organizer/amendments.tsx'),
    route('to-chuc/cau-hoi/:bank/:code', 'routes/organizer/question.tsx'),
    route('to-chuc/cau-hoi/:bank/:code/sua', 'routes/organizer/question-edit.tsx'),
    route('to-chuc/nhan-su', 'routes/organizer/staff.tsx'),
    route('to-chuc/nhat-ky', 'routes/organizer/audit-log.tsx'),
    route('to-chuc/dot-thi/:slug/tong-ket', 'routes/organizer/closing.tsx'),
  ]),
  route('to-chuc/dot-thi/:slug/phan-tich/tai-ve', 'routes/organizer/analysis-file.ts'),
  route('to-chuc/nhat-ky/tai-ve', 'routes/organizer/audit-export.ts'),
  route('to-chuc', 'routes/organizer/overview.tsx'),
  route('to-chuc/dot-thi/:slug', 'routes/organizer/round.tsx'),
  route('to-chuc/dot-thi/:slug/tong-ket', 'routes/organizer/closing.tsx'),

  route('tuy-chon', 'routes/api/preferences.ts'),
  route('duy-tri-dang-nhap', 'routes/api/stay-signed-in.ts'),
] satisfies RouteConfig
