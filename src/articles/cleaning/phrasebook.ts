import { phrases, wordSet } from './phrases.ts'

// What news pages say besides their news, as whole lines, as beginnings of lines, or as single words. Every
// phrase is compared folded, so each stands here in one spelling; regular expressions are written folded.

/** Words of buttons; a row of them is no sentence. */
export const SHARE_WORDS =
  wordSet(`share shares شارك شاركها شاركه شاركنا مشاركة مشاركات المشاركة facebook فيسبوك فيس بوك twitter تويتر x
  whatsapp واتساب واتس آب telegram تيليجرام تلغرام تليجرام تيليغرام linkedin لينكدإن لينكد إن pinterest بنترست بينتيريست
  messenger ماسنجر reddit tumblr instagram إنستغرام انستجرام youtube يوتيوب tiktok تيك توك threads viber فايبر email mail
  print طباعة اطبع إرسال إيميل copy link نسخ انسخ الرابط like إعجاب أعجبني tweet غرد تغريد pocket vk ok snapchat سناب شات`)
export const SHARE = phrases(`
  شارك الخبر | شارك المقال | شارك هذا الموضوع | شارك هذا الخبر | شارك الموضوع | مشاركة الخبر |
  شاركنا رأيك | شارك عبر | مشاركة عبر | شارك على | نسخ الرابط | تم نسخ الرابط | انسخ الرابط |
  أرسل إلى صديق | إرسال بالبريد | حجم الخط | استمع | استمع للخبر | استمع إلى المقال | حفظ | إرسال |
  share this | share on | share this article | copy link | link copied | click to share | save article |
  listen to this article | поделиться | 공유
`)

const READ_ALSO_NAMES = `
  اقرأ أيضا | إقرأ أيضا | اقرأ ايضا | اقرأ المزيد | اقرأ كذلك | اقرأ أكثر | اقرئي أيضا | شاهد أيضا |
  تابع أيضا | طالع أيضا | طالع المزيد | شاهد المزيد | أخبار متعلقة | أخبار ذات صلة | أخبار مشابهة |
  مواضيع متعلقة | مواضيع ذات صلة | موضوعات ذات صلة | موضوعات متعلقة | مقالات ذات صلة | مقالات مشابهة |
  مقالات متعلقة | قد يعجبك أيضا | قد يهمك | قد يهمك أيضا | ربما يعجبك | ربما يهمك | ربما يعجبك أيضا |
  ذات صلة | المزيد من الأخبار | الأكثر قراءة | الأكثر مشاهدة | الأكثر تداولا | الأكثر شعبية |
  الأكثر زيارة | آخر الأخبار | أحدث الأخبار | اخترنا لك | مقترحات | مقترح لك | موضوعات مقترحة |
  المقال السابق | المقال التالي | الخبر السابق | الخبر التالي | للمزيد | read also | read more |
  also read | see also | related | related articles | related news | related stories | related posts |
  related topics | you may also like | you might also like | recommended | recommended for you |
  most read | most popular | trending | more stories | more on this story | up next | latest news |
  don t miss | читайте также | по теме | 관련기사 | 관련 기사
`
export const READ_ALSO = phrases(READ_ALSO_NAMES)
/** Those that a headline follows in the same line even without a colon; no sentence of a report begins so. */
export const READ_ALSO_OPEN = phrases(
  READ_ALSO_NAMES.split('|')
    .filter((name) => /أيضا|ايضا|متعلقة|صلة|مشابهة|also/u.test(name))
    .join('|'),
)
export const COMMENTS = phrases(`
  التعليقات | تعليقات | تعليقات القراء | تعليقات الزوار | أضف تعليقا | أضف تعليق | اترك تعليقا |
  اترك ردا | اكتب تعليقا | comments | leave a comment | leave a reply | add a comment | post a comment |
  комментарии
`)
export const TAG_NAMES = phrases(`
  كلمات دلالية | الكلمات الدلالية | كلمات مفتاحية | الكلمات المفتاحية | وسوم | الوسوم | الأوسمة | هاشتاغ |
  تاغات | tags | tag | topics | keywords | теги | 태그
`)
export const SUMMARY = phrases(`
  استمع إلى الملخص | الملخص | ملخص | ملخص الخبر | ملخص المقال | أبرز النقاط | النقاط الرئيسية | باختصار |
  summary | key points | key takeaways | at a glance | ai summary | highlights
`)
export const SIGN_OFF = phrases(`انتهى | النهاية | انتهى الخبر | تمت | end | the end | ends | 끝`)
export const AD = phrases(`
  إعلان | اعلان | إعلانات | محتوى إعلاني | إعلان ممول | مادة إعلانية | advertisement | advertisements |
  sponsored | sponsored content | story continues below | реклама | 광고
`)
export const FOLLOW = phrases(`
  تابعونا | تابعنا | تابعوا | اشترك | اشتركوا | اشترك الآن | انضم | انضموا | حمل | حملوا | سجل |
  للاشتراك | لمتابعة | احصل على | فعل | follow us | subscribe | sign up | join | join our | download |
  get the | подписывайтесь
`)
export const FOLLOW_OBJECT =
  /(?:نشرتنا|النشره|القايمه البريديه|قناتنا|قناه|قنواتنا|صفحتنا|صفحاتنا|تطبيق|الاشعارات|التنبيهات|جوجل نيوز|google news|newsletter|our channel|on telegram|on whatsapp|on twitter|on facebook|the app|app store|notifications|واتساب|تليجرام|تلغرام|تيليغرام|يوتيوب)/u
/** Notes of sites that let subscribers read on. */
export const PAYWALL =
  /^(?:هذا|هذه) (?:المحتوي|المقال|التقرير|الماده|الموضوع|الخبر) .*(?:للمشتركين|لمشتركي)|(?:^| )(?:لمتابعه|لمواصله|لاكمال) القراه|^للمشتركين فقط$|^(?:هل )?لديك (?:حساب|اشتراك)(?!\p{L})|^(?:already a subscriber|already have an account)|^(?:this|the) (?:article|content|story) is .*subscribers|to continue reading/u
export const MENU_WORDS =
  wordSet(`الرئيسية الصفحة سياسة السياسة اقتصاد الاقتصاد رياضة الرياضة ثقافة فن فنون منوعات تكنولوجيا تقنية علوم
  صحة العالم عالم محليات محلي عربي عربية دولي دولية فيديو فيديوهات صور رأي مقالات بث مباشر برامج المزيد القائمة بحث
  اتصل بنا من نحن الخصوصية الدخول تسجيل دخول أخبار الأخبار عاجل تقارير حوادث
  home news world politics business sport sports culture opinion video videos photos tech science health live more menu
  search login about contact us privacy policy terms english العربية arabic русский 한국어`)
export const MENU = phrases(`
  الصفحة الرئيسية | الرئيسية | القائمة | القائمة الرئيسية | تسجيل الدخول | من نحن | اتصل بنا |
  سياسة الخصوصية | شروط الاستخدام | تخط إلى المحتوى | انتقل إلى المحتوى | بحث | بث مباشر |
  العودة إلى الأعلى | عودة | عاجل | skip to content | skip to main content | menu | home | search |
  log in | login | sign in | sign up | about us | contact us | privacy policy | terms of use |
  back to top | breaking news | live
`)
export const TEMPLATE_WORDS =
  wordSet(`post-title entry-title null undefined nan loading logo icon avatar thumbnail placeholder
  banner`)
export const DISCLAIMER_OPENING = phrases(`
  إدارة الموقع | الموقع | هذا الموقع | موقعنا | إن الموقع | المقالات | المقالات المنشورة | هذا المقال |
  المقال | الآراء | الآراء الواردة | جميع الآراء | جميع المقالات | جميع المواد | المواد المنشورة |
  ما ينشر | التعليقات | تنويه | إخلاء مسؤولية | ملاحظة | disclaimer | the views | the opinions |
  views expressed | opinions expressed
`)
export const DISCLAIMER_POINT =
  /(?:لا تتبني|لا يتبني|لا تعبر|لا يعبر|لا تمثل|لا يمثل|لا تتحمل|لا يتحمل|غير مسوول|ليس مسوول|عاتق|تعبر عن راي|do not necessarily|does not necessarily|not responsible|are those of)/u
export const RIGHTS =
  /(?:جميع الحقوق محفوظه|كل الحقوق محفوظه|all rights reserved|^(?:حقوق النشر|حقوق الطبع|copyright) .*(?:محفوظ|\d{4}))/u
export const COOKIES = /(?:ملفات تعريف الارتباط|ملفات الارتباط|الكوكيز|cookies)/u
export const COOKIE_POINT =
  /(?:نستخدم|يستخدم هذا الموقع|يستخدم موقعنا|موافق|اوافق|we use|this site uses|website uses|^accept|^قبول)/u
export const READING =
  /^(?:مده القراه|وقت القراه|زمن القراه|reading time)|^\d+ (?:دقايق|دقيقه|دقيقتان|min|mins|minute|minutes) (?:للقراه|قراه|read)$|^(?:قراه|قراه في) \d+ (?:دقايق|دقيقه)$|^(?:دقيقه|دقيقتان|دقيقتين) (?:للقراه|قراه)$|^less than a minute$/u
export const COUNTS =
  /^(?:عدد )?(?:المشاهدات|مشاهدات|مشاهده|الزيارات|قراات|القراات|views|views count|hits)\s*:?\s*[\d.,]+[km]?$|^[\d.,]+[km]? (?:مشاهده|مشاهدات|زياره|قراه|تعليق|تعليقات|views|view|reads|comments|comment|hits)$/u
