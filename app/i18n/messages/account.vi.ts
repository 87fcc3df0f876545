export const accountVi = {
  registerTitle: 'Đăng ký dự thi',
  registerLead: 'Bạn chỉ cần đăng ký một lần cho tất cả các đợt thi.',
  registerPartPerson: 'Người dự thi',
  registerPartSignIn: 'Thông tin đăng nhập',
  registerFixedData:
    'Họ tên và đơn vị là căn cứ xét giải nên bạn không tự sửa được sau khi đăng ký. Nếu phát hiện sai sót, bạn gửi yêu cầu để Ban Tổ chức sửa giúp.',
  fullName: 'Họ và tên',
  fullNameHint: 'Ghi đầy đủ, có dấu, đúng như trên căn cước.',
  loginName: 'Số điện thoại hoặc tên tài khoản',
  loginNameHint:
    'Ví dụ 0912 345 678, hoặc một tên không dấu từ 4 ký tự như nguyen.an. Dùng để đăng nhập, không hiển thị công khai.',
  unit: 'Đơn vị dự thi',
  unitHint: 'Chọn trong danh sách do Ban Tổ chức lập.',
  unitSearchHint: 'Gõ một phần tên, có dấu hoặc không dấu đều được, rồi chọn trong danh sách.',
  unitSearch: 'Tìm đơn vị',
  unitChoose: '— Chọn đơn vị —',
  unitNowCalled: '{former} (nay là {current})',
  unitOthers: 'Đơn vị khác',
  unitCount: 'Tìm thấy {count} đơn vị',
  unitNotFound: 'Không có đơn vị nào khớp. Bạn thử gõ ít chữ hơn hoặc kiểm tra lại tên.',
  unitMore: 'Còn {count} đơn vị nữa. Bạn gõ thêm để thu hẹp danh sách.',
  password: 'Mật khẩu',
  passwordHint:
    'Ít nhất {count} ký tự. Không dùng dãy dễ đoán như 12345678 hay chính số điện thoại, tên tài khoản của bạn.',
  showPassword: 'Hiện',
  hidePassword: 'Ẩn',
  formHasErrors: 'Chưa gửi được. Bạn hãy sửa các mục được đánh dấu bên dưới; những gì đã ghi vẫn còn nguyên.',

  consentsTitle: 'Dữ liệu cá nhân và sự đồng ý của bạn',
  noticeTitle: 'Thông báo xử lý dữ liệu cá nhân',
  noticeVersion:
    'Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định số 356/2025/NĐ-CP. Phiên bản thông báo: {version}.',
  noticeWho: 'Ai xử lý',
  noticeWhoText: '{organizer}.',
  noticeWhat: 'Dữ liệu gì',
  noticeWhatText:
    'Họ tên, số điện thoại hoặc tên tài khoản, đơn vị; bài làm, điểm và thời gian làm bài; các lựa chọn đồng ý và yêu cầu bạn gửi. Mật khẩu chỉ được lưu ở dạng mã hóa một chiều. Không thu số căn cước, ảnh giấy tờ hay ngày sinh và không theo dõi thao tác của bạn trên máy.',
  noticeWhy: 'Để làm gì',
  noticeWhyText: 'Tổ chức thi, chấm điểm, xếp hạng, xét giải, giải quyết khiếu nại và thống kê theo đơn vị.',
  noticePublic: 'Ai nhìn thấy',
  noticePublicText:
    'Ban Tổ chức xem được toàn bộ. Bảng xếp hạng công khai chỉ có đơn vị, điểm, thời gian và chữ cái đầu của họ tên, trừ khi bạn đồng ý hiện họ tên.',
  noticeHowLong: 'Lưu bao lâu',
  noticeHowLongText:
    'Đến khi công bố kết quả, giải quyết xong khiếu nại và trao giải. Sau đó Ban Tổ chức xóa hoặc khử nhận dạng, trừ hồ sơ mà pháp luật yêu cầu lưu trữ.',
  noticeRights: 'Quyền của bạn',
  noticeRightsText:
    'Được biết, đồng ý hoặc không đồng ý, rút lại sự đồng ý; xem, yêu cầu chỉnh sửa, cung cấp, xóa hoặc hạn chế xử lý dữ liệu; phản đối, khiếu nại. Bạn gửi yêu cầu ngay trong trang tài khoản. Rút lại sự đồng ý xử lý dữ liệu thì không dự thi tiếp được.',
  consentProcessing:
    'Tôi đồng ý dự thi theo thể lệ và đồng ý cho xử lý dữ liệu của tôi như thông báo nêu trên.',
  consentProcessingHint: 'Bắt buộc để dự thi.',
  consentPublication: 'Tôi đồng ý hiện họ tên của tôi trên bảng xếp hạng công khai.',
  consentPublicationHint:
    'Không bắt buộc, thay đổi được bất cứ lúc nào. Nếu không đồng ý, bảng xếp hạng chỉ hiện chữ cái đầu, ví dụ “N. V. A.”.',
  registerButton: 'Đăng ký',
  registrationNotOpen: 'Chưa mở đăng ký',
  registrationNotOpenText:
    'Ban Tổ chức chưa công bố cuộc thi hoặc chưa lập xong danh sách đơn vị. Bạn hãy quay lại sau.',
  toHome: 'Về trang chủ',
  working: 'Đang xử lý…',
  haveAccount: 'Đã có tài khoản?',
  noAccount: 'Chưa có tài khoản?',

  signInTitle: 'Đăng nhập',
  signInFirst: 'Bạn cần đăng nhập để mở trang vừa chọn. Đăng nhập xong, bạn sẽ được đưa tới trang đó.',
  signInButton: 'Đăng nhập',
  signInInstead: 'Đăng nhập bằng tài khoản đã có',
  forgotPassword: 'Quên mật khẩu? Bạn hãy liên hệ Ban Tổ chức để được cấp mã dùng một lần.',
  signOutTitle: 'Đăng xuất',
  signOutText: 'Bạn đang đăng nhập với tên {name}. Đăng xuất khỏi thiết bị này?',
  signOutButton: 'Đăng xuất',
  staySignedIn: 'Ở lại',

  onceTitle: 'Đăng nhập bằng liên kết dùng một lần',
  linkOwner: 'Tài khoản của',
  linkLoginName: 'Tên đăng nhập',
  onceText: 'Liên kết này chỉ dùng được một lần. Nếu đây không phải tài khoản của bạn, hãy đóng trang này.',
  onceButton: 'Đăng nhập',
  onceExpiredTitle: 'Liên kết không còn dùng được',
  onceExpiredText: 'Liên kết đã được dùng, đã hết hạn hoặc đã được thay bằng liên kết mới hơn.',
  onceExpiredPassword: 'Nếu bạn đã đặt mật khẩu, hãy đăng nhập như bình thường.',
  onceExpiredParticipant: 'Nếu bạn là người dự thi, hãy liên hệ Ban Tổ chức để được cấp liên kết mới.',
  onceExpiredOperator:
    'Nếu bạn là người cài đặt hệ thống và chưa ban tổ chức nào có mật khẩu, hãy chạy lại lệnh npm start: liên kết mới sẽ được in ra.',
  toSignIn: 'Đến trang đăng nhập',

  passwordTitle: 'Đổi mật khẩu',
  passwordSetTitle: 'Đặt mật khẩu',
  passwordLead:
    'Sau khi đổi, bạn vẫn đăng nhập trên thiết bị này; mọi thiết bị khác đang đăng nhập sẽ bị đăng xuất.',
  passwordSetLead:
    'Từ lần sau bạn đăng nhập bằng mật khẩu này, vì liên kết vừa dùng không còn hiệu lực. Mọi thiết bị khác đang đăng nhập sẽ bị đăng xuất.',
  currentPassword: 'Mật khẩu hiện tại',
  newPassword: 'Mật khẩu mới',
  passwordButton: 'Lưu mật khẩu',
  cancel: 'Hủy',
  passwordSaved: 'Đã lưu mật khẩu mới. Các thiết bị khác đã bị đăng xuất.',

  accountTitle: 'Tài khoản của tôi',
  toOrganizer: 'Đến trang Ban Tổ chức',
  myData: 'Thông tin của tôi',
  myDataReason:
    'Họ tên và đơn vị là căn cứ xét giải nên bạn không tự sửa được. Nếu có sai sót, hãy gửi yêu cầu tới Ban Tổ chức.',
  publicationTitle: 'Họ tên trên bảng xếp hạng',
  publicationOn: 'Đang hiện họ tên',
  publicationOff: 'Chỉ hiện chữ cái đầu',
  publicationShownAs: 'Mọi người nhìn thấy bạn là:',
  publicationGivenAt: 'Bạn đồng ý lúc {time}.',
  publicationRefusedAt: 'Bạn chọn không hiện họ tên lúc {time}.',
  publicationGiveEffect:
    'Nếu đồng ý, mọi bảng xếp hạng công khai sẽ hiện “{name}” kể từ lúc đó. Bạn rút lại được bất cứ lúc nào.',
  publicationWithdrawEffect: 'Nếu rút lại, mọi bảng xếp hạng chỉ còn hiện chữ cái đầu kể từ lúc đó.',
  publicationGive: 'Đồng ý hiện họ tên',
  publicationWithdraw: 'Rút lại sự đồng ý',
  publicationSaved: 'Đã ghi nhận lựa chọn của bạn. Bảng xếp hạng hiển thị theo lựa chọn mới.',
  requestTitle: 'Gửi yêu cầu tới Ban Tổ chức',
  requestHint:
    'Ví dụ: đề nghị sửa họ tên hoặc đơn vị (ghi rõ thông tin đúng), cung cấp hoặc xóa dữ liệu. Tối đa {max} ký tự.',
  requestLabel: 'Nội dung yêu cầu',
  requestButton: 'Gửi yêu cầu',
  requestSent: 'Đã gửi yêu cầu. Bạn theo dõi việc xử lý ngay tại trang này.',
  requestsSent: 'Yêu cầu đã gửi',
  requestsWaiting: 'Nhiều yêu cầu của bạn đang chờ xử lý. Bạn gửi tiếp được khi Ban Tổ chức xử lý xong.',
  requestOpen: 'Đang chờ xử lý',
  requestHandled: 'Đã xử lý ngày {date}',

  firstConsentsTitle: 'Trước khi dự thi',
  consentsLead:
    'Ban Tổ chức đã lập tài khoản cho bạn từ danh sách của đơn vị. Bạn hãy đọc thông báo và tự quyết định; chưa ô nào được đánh dấu sẵn.',
  consentsButton: 'Tiếp tục',
  consentsRefuse: 'Không đồng ý, đăng xuất',
  consentsRefuseText:
    'Nếu không đồng ý, bạn chưa dự thi được. Bạn có thể đăng nhập lại và đồng ý bất cứ lúc nào.',

  codeTitle: 'Đặt mật khẩu bằng mã',
  codeLead: 'Dành cho người đã nhận mã từ Ban Tổ chức vì quên mật khẩu. Mã chỉ dùng được một lần.',
  code: 'Mã',
  codeHint: 'Gồm 8 ký tự, ví dụ ACDE-2346. Gõ chữ hoa hay chữ thường đều được.',
  codeButton: 'Lưu mật khẩu và đăng nhập',
  haveCode: 'Tôi đã có mã của Ban Tổ chức',
  code_missing: 'Bạn hãy ghi mã đã nhận.',
  code_wrong_or_expired:
    'Tên đăng nhập hoặc mã không đúng, mã đã dùng hoặc đã hết hạn. Bạn hãy kiểm tra lại hoặc xin mã mới.',
  requestAnswer: 'Trả lời của Ban Tổ chức:',

  full_name_missing: 'Bạn hãy ghi họ và tên.',
  full_name_too_short: 'Họ và tên cần ít nhất 2 ký tự. Bạn hãy ghi đầy đủ.',
  full_name_too_long: 'Họ và tên dài quá 80 ký tự. Bạn hãy kiểm tra lại.',
  full_name_invalid:
    'Họ và tên chỉ gồm chữ cái, dấu cách, dấu nháy, dấu gạch nối và dấu chấm. Bạn hãy bỏ chữ số và ký hiệu khác.',
  login_name_missing: 'Bạn hãy ghi số điện thoại hoặc đặt một tên tài khoản.',
  login_name_invalid:
    'Hãy ghi số di động 10 chữ số (ví dụ 0912 345 678), hoặc tên từ 4 đến 32 ký tự bắt đầu bằng chữ cái, chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch nối và gạch dưới.',
  unit_missing: 'Bạn hãy chọn đơn vị trong danh sách.',
  unit_unknown: 'Đơn vị này không còn trong danh sách. Bạn hãy chọn lại.',
  password_missing: 'Bạn hãy đặt mật khẩu.',
  password_too_short: 'Mật khẩu cần ít nhất 8 ký tự. Bạn hãy thêm vài ký tự nữa.',
  password_too_long: 'Mật khẩu dài quá 200 ký tự. Bạn hãy chọn mật khẩu ngắn hơn.',
  password_too_common: 'Mật khẩu này nhiều người dùng nên rất dễ đoán. Bạn hãy chọn mật khẩu khác.',
  password_is_login_name:
    'Mật khẩu không được trùng với số điện thoại hoặc tên tài khoản. Bạn hãy chọn mật khẩu khác.',
  consent_missing: 'Bạn cần đánh dấu ô này thì mới đăng ký dự thi được.',
  notice_changed: 'Thông báo xử lý dữ liệu vừa được cập nhật. Bạn hãy đọc lại rồi đánh dấu đồng ý.',
  login_name_taken:
    'Không dùng được số điện thoại hoặc tên tài khoản này. Nếu là của bạn, hãy đăng nhập; nếu không, hãy chọn tên khác.',
  account_locked: 'Tài khoản này đã bị khóa. Bạn hãy liên hệ Ban Tổ chức.',
  wrong_credentials: 'Tên đăng nhập hoặc mật khẩu không đúng. Bạn hãy kiểm tra rồi nhập lại.',
  current_password_missing: 'Bạn hãy nhập mật khẩu hiện tại.',
  wrong_current_password: 'Mật khẩu hiện tại không đúng. Bạn hãy nhập lại.',
  too_many_tries: 'Đã thử quá nhiều lần. Bạn hãy đợi {wait} rồi thử lại.',
  request_invalid: 'Bạn hãy ghi nội dung yêu cầu, tối đa 1.000 ký tự.',
} as const
