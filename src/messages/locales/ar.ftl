# كل كلمة يقرؤها إنسان بالعربية. المفاتيح نفسها في en.ftl، وقائمتها في ../keys.ts.
# القواعد: فصحى قصيرة محايدة، مصادر لا أفعال أمر على الأزرار، لا علامات تعجب، ست صيغ للعدد،
# وكل سطر يبدأ بحرف عربي. الكلمات الأجنبية في النص تُعزل آليًا (fluent.ts).

## أزرار

button-back = العودة إلى القائمة
button-best-first = الأقرب أولًا
button-cancel = إلغاء
button-chosen = ✓ { $label }
button-days = الأيام
button-digest = الموجز الآن
button-discard = إهمال المسودة
button-erase = نعم، محو البيانات
button-example = بحث: { $words }
button-help = المساعدة
button-language = اللغة
button-latest = أحدث التقارير
button-length = الطول
button-location = إرسال الموقع
button-newest-first = الأحدث أولًا
button-next = التالي
button-nothing-say = سطر في يوم لا جديد فيه
button-nothing-skip = لا شيء في يوم لا جديد فيه
button-other-hours = ساعات أخرى
button-other-time = موعد آخر
button-other-zone = منطقة أخرى
button-previous = السابق
button-publish = نشر
button-quiet = ساعات الهدوء
button-read = قراءة { $number }
button-rest = التقارير الجديدة كلها
button-set-date = تحديد التاريخ
button-set-publisher = تحديد الناشر
button-set-title = تحديد العنوان
button-settings = الإعدادات
button-show-cuts = عرض المحذوف
button-sound-off = إيقاف الصوت
button-sound-on = تشغيل الصوت
button-source = فتح المصدر
button-subscribe = الاشتراك في الموجز
button-times = المواعيد
button-understood = الاشتراك بما فُهم
button-unsubscribe = إلغاء الاشتراك
button-zone = المنطقة الزمنية

expired-button = انتهت صلاحية هذا الزر. يمكن طلب القائمة من جديد.
saved = حُفظ التغيير.

## لغات

language-ar = العربية
language-en = English

## قائمة الأوامر

command-add = إضافة تقرير: نصه أو رابطه أو ملفه
command-day = موجز يوم سابق أو تقاريره
command-digest = الموجز الآن، قبل موعده
command-forget = محو بيانات هذه المحادثة
command-help = الأوامر وما تفعله
command-latest = أحدث التقارير
command-privacy = البيانات المحفوظة ومدة حفظها
command-runs = دفعات إرسال الموجز: سيرها وإيقافها
command-search = بحث في التقارير بكلمة أو اسم
command-settings = مواعيد الموجز وأيامه وطوله، واللغة
command-start = تعريف بالبوت وأحدث عنوان
command-subscribe = الاشتراك في الموجز وتحديد مواعيده
command-unsubscribe = إلغاء الاشتراك في الموجز
command-why = ما أُرسل إلى محادثة، ولماذا

## البداية والمساعدة

start-what = <b>موجز</b> يتابع قصة إخبارية واحدة من تقارير ناشرين مختلفين.
start-what-story = <b>موجز</b> يتابع قصة إخبارية واحدة: { $story }.
start-how = الجمل المختارة منقولة حرفيًا من كل تقرير، مع ناشره وتاريخه.
start-newest = الأحدث: { $title }
start-empty = لا تقارير بعد، وسيظهر هنا أحدث عنوان بعد نشر أول تقرير.
help-heading = <b>الأوامر</b>
help-search = وأي نص آخر يُعدّ كلمات بحث في التقارير.

## التقارير

article-gone = هذا التقرير غير متاح.
article-part = الجزء { $part } من { $parts }
article-summary = ملخص الناشر
author = بقلم: { $author }
credit-agency = { $publisher }، عن { $agency }
date-unknown = تاريخ غير معروف
event-on = تاريخ الحدث: { $day }
latest-empty = لا تقارير بعد.
latest-heading = <b>أحدث التقارير</b>
link-read = النص الكامل
link-source = المصدر
list-position =
    الصفحة { $page } من { $pages }، والمجموع { $total ->
        [zero] لا تقارير
        [one] تقرير واحد
        [two] تقريران
        [few] { $total } تقارير
        [many] { $total } تقريرًا
       *[other] { $total } تقرير
    }
published-on = تاريخ النشر: { $date }

## البحث

search-advice = قد تفيد كلمات أقل أو تهجئة أخرى، مثل:
search-ask = تلزم للبحث كلمة واحدة على الأقل، مثل:
search-heading = نتائج البحث عن <b>«{ $query }»</b>
search-near = أقرب الأسماء:
search-nothing = لا نتائج للبحث عن «{ $query }».
search-quoted = «{ $word }»
search-relaxed = لا تقرير يضم الكلمات كلها، وهذه تقارير تضم بعضها.
search-widened = لا نتائج للكلمة «{ $word }»، وهذه نتائج { $near }.

reason-letters = حروف { $points }
reason-nearness = تقارب { $points }
reason-opening = مقدمة { $points }
reason-title = عنوان { $points }
reason-words = كلمات { $points }

syntax-period = مدة محددة: <code>معاهدة من:06/2024 إلى:09/2024</code>
syntax-phrase = عبارة بنصها: <code>"وزارة الدفاع"</code>
syntax-source = ناشر أو وكالة: <code>قمة مصدر:رويترز</code>
syntax-without = استبعاد كلمة: <code>قمة -صاروخ</code>

## الموجز

digest-heading =
    <b>موجز: { $count ->
        [zero] لا تقارير جديدة
        [one] تقرير جديد واحد
        [two] تقريران جديدان
        [few] { $count } تقارير جديدة
        [many] { $count } تقريرًا جديدًا
       *[other] { $count } تقرير جديد
    }</b>
digest-queued = الموجز في الطريق.
digest-nothing = لا تقارير جديدة الآن.
digest-omitted =
    { $count ->
        [zero] لم يبقَ تقرير جديد آخر
        [one] بقي تقرير جديد آخر
        [two] بقي تقريران جديدان آخران
        [few] بقيت { $count } تقارير جديدة أخرى
        [many] بقي { $count } تقريرًا جديدًا آخر
       *[other] بقي { $count } تقرير جديد آخر
    }
digest-undated = من غير تاريخ
new-heading = <b>التقارير الجديدة كلها</b>
day-bad =
    تعذّر فهم التاريخ «{ $given }».
    يُكتب اليوم أو الشهر، مثل:
    <code>/day 2024-06-18</code>
    <code>/day 18 يونيو 2024</code>
    <code>/day أمس</code>
day-received = موجز { $day }، كما أُرسل:
day-last = آخر موجز أُرسل:
day-none-received = لم يُرسل إلى هذه المحادثة موجز بعد.
day-reports = <b>تقارير { $day }</b>
day-empty = لا تقارير بتاريخ { $day }.

## الاشتراك والإعدادات

subscribed = الاشتراك فعّال: يصل الموجز { $days }، { $times } بتوقيت { $zone }.
subscribed-say = في يوم لا جديد فيه يُرسل سطر واحد بلا صوت.
subscribed-skip = لا يُرسل شيء في يوم لا جديد فيه.
next-later = الموجز القادم: { $day }، الساعة { $time }.
next-now = الموجز القادم: الآن، لأن موجز اليوم لم يُرسل بعد.
next-silently = يصل بلا صوت، لأن موعده ضمن ساعات الهدوء.
next-today = الموجز القادم: اليوم، { $day }، الساعة { $time }.
next-tomorrow = الموجز القادم: غدًا، { $day }، الساعة { $time }.
unsubscribed =
    أُلغي الاشتراك، ولن يُرسل الموجز.
    للاشتراك من جديد: /subscribe
not-subscribed =
    لا اشتراك في الموجز حاليًا.
    للاشتراك: /subscribe

not-understood = تعذّر فهم «{ $given }»، ويمكن كتابته بصيغة أخرى.
understood = فُهم ما يلي، ولم يُحفظ بعد:
subscribe-examples =
    أمثلة:
    <code>/subscribe 7:30 القاهرة</code>
    <code>/subscribe ٧:٣٠ ص و٨ مساء بتوقيت الرياض</code>
    <code>/subscribe 20:00 بيروت أيام العمل مختصر</code>
which-zone =
    اسم المدينة له أكثر من معنى، أو فيه حرف زائد أو ناقص.
    المنطقة المقصودة من الأزرار، أو اسم أوضح:

answer-by-reply = تُرسل الإجابة هنا ردًا على هذه الرسالة.
ask-days = تُختار كل الأيام، أو أيام العمل، أو أيام بعينها.
ask-language = لغة الرسائل:
ask-length = ما يضمه الموجز من كل تقرير:
ask-location =
    زر «إرسال الموقع» أسفل الشاشة يحدد المنطقة الزمنية.
    ويمكن كتابة اسم مدينة بدلًا منه.
ask-quiet = موعد يقع في ساعات الهدوء يصل بلا صوت، وما تأخر وصوله ينتظر نهايتها.
ask-times = الضغط على ساعة يضيفها، والضغط على ساعة محددة (✓) يحذفها.
ask-zone = تُختار مدينة من الأزرار، أو يُكتب اسم غيرها بعد «منطقة أخرى».
type-quiet =
    ساعات الهدوء، من ساعة إلى ساعة، مثل:
    <code>22:00-07:00</code>
    <code>من 11 مساء إلى 6 صباحا</code>
type-time =
    ساعة الموجز، أو أكثر من ساعة، مثل:
    <code>7:30</code>
    <code>٧:٣٠ ص و٨ مساء</code>
    <code>19.30</code>
type-zone =
    اسم مدينة أو منطقة زمنية، مثل:
    <code>القاهرة</code>
    <code>London</code>
    <code>Asia/Riyadh</code>
bad-place = تعذّر تحديد المنطقة الزمنية لهذا الموقع. يمكن كتابة اسم مدينة.
bad-quiet =
    تعذّر فهم ساعات الهدوء «{ $given }».
    تُكتب من ساعة إلى ساعة أخرى، مثل:
    <code>22:00-07:00</code>
    <code>23:30-08:00</code>
    <code>من 11 مساء إلى 6 صباحا</code>
bad-time =
    تعذّر فهم الموعد «{ $given }».
    يُكتب الموعد بالساعات والدقائق، من 00:00 إلى 23:59، مثل:
    <code>07:30</code>
    <code>٧:٣٠ ص و٨ مساء</code>
    <code>7pm</code>
bad-zone =
    لا منطقة زمنية معروفة باسم «{ $given }».
    يُكتب اسم مدينة، أو القارة والمدينة، مثل:
    <code>الرياض</code>
    <code>London</code>
    <code>Africa/Cairo</code>

at-times =
    { $count ->
        [zero] بلا ساعة محددة
        [one] في الساعة { $times }
        [two] في الساعتين { $times }
        [few] في الساعات { $times }
        [many] في الساعات { $times }
       *[other] في الساعات { $times }
    }
days-chosen =
    { $count ->
        [zero] من غير أيام محددة
        [one] يوم { $days } من كل أسبوع
        [two] يومي { $days } من كل أسبوع
        [few] أيام { $days } من كل أسبوع
        [many] أيام { $days } من كل أسبوع
       *[other] أيام { $days } من كل أسبوع
    }
days-daily = كل يوم
days-last = لا بد من يوم واحد على الأقل.
days-working = أيام العمل ({ $days })
length-full = كامل (الجمل المختارة والمصادر)
length-normal = متوسط (الجمل المختارة)
length-short = مختصر (العناوين وحدها)
nothing-say = سطر واحد بلا صوت
nothing-skip = لا يُرسل شيء
quiet-between = من { $from } إلى { $to }
quiet-off = غير محددة
sound-off = بلا صوت
sound-on = بصوت
times-last = لا بد من موعد واحد على الأقل.
times-most =
    { $count ->
        [zero] لا مواعيد
        [one] موعد واحد على الأكثر
        [two] موعدان على الأكثر
        [few] { $count } مواعيد على الأكثر
        [many] { $count } موعدًا على الأكثر
       *[other] { $count } موعد على الأكثر
    }، ويمكن حذف أحدها أولًا.
weekday-range = { $from } إلى { $to }

settings-active = الاشتراك: فعّال
settings-days = الأيام: { $days }
settings-heading = <b>الإعدادات</b>
settings-inactive = الاشتراك: غير فعّال
settings-language = اللغة: { $name }
settings-length = الطول: { $length }
settings-nothing = في يوم لا جديد فيه: { $choice }
settings-quiet = ساعات الهدوء: { $quiet }
settings-sound = الوصول: { $sound }
settings-times =
    { $count ->
        [zero] المواعيد: { $times }
        [one] الموعد: { $times }
        [two] الموعدان: { $times }
        [few] المواعيد: { $times }
        [many] المواعيد: { $times }
       *[other] المواعيد: { $times }
    }
settings-zone = المنطقة الزمنية: { $zone }

## المجموعات والقنوات

administrators-only = تغيير الإعدادات هنا للمشرفين فقط.
channel-welcome =
    يستطيع البوت الآن النشر في القناة «{ $chat }».
    لإرسال الموجز إليها كل يوم يُنشر فيها هذا الأمر، وبعده يمكن حذفه:
    <code>/subscribe 7:30</code>
group-welcome =
    <b>موجز</b> يرسل إلى هذه المجموعة كل يوم ما استجد من التقارير.
    الاشتراك وتحديد الموعد للمشرفين: بالزر أدناه أو بأمر مثل
    <code>/subscribe 7:30</code>
    وفي المنتديات لكل موضوع اشتراكه، ويُكتب الأمر داخل الموضوع.
pause-fix-no-rights = يعود الإرسال بعد السماح للبوت بالكتابة، ومعه ما فات.
pause-fix-topic-closed = يعود الإرسال بعد إعادة فتح الموضوع، ومعه ما فات.
pause-note = توقف إرسال الموجز مؤقتًا إلى «{ $chat }».
pause-why-no-rights = السبب: لم يعد للبوت حق الكتابة هناك.
pause-why-topic-closed = السبب: الموضوع الذي يُرسل إليه مغلق أو محذوف.
unnamed-chat = محادثة بلا اسم

## الخصوصية

privacy =
    <b>الخصوصية</b>
    يُحفظ عن هذه المحادثة: رقمها واللغة وإعدادات الموجز ورقم من ضبطها وآخر تقرير وصل إليها وحالات التسليم. ولا تُحفظ معها أسماء.

    الرسائل الواردة تبقى كما وصلت 48 ساعة على الأكثر، كي لا تضيع أي منها.
    الموقع المرسل رسالة كغيره، ولا تُحفظ منه في الإعدادات إلا المنطقة الزمنية.
    كلمات البحث تبقى مع قوائم النتائج 30 يومًا على الأكثر، لتصفح صفحاتها.
    ما يرسله المحررون ومسوداتهم وأسماؤهم تبقى مع سجل القرارات التحريرية.

    لمحو بيانات هذه المحادثة: /forget
forget-question =
    هل تُمحى بيانات هذه المحادثة، ومنها الاشتراك والإعدادات؟
    لا يمكن التراجع عن المحو.
forgotten = مُحيت بيانات هذه المحادثة، وأُلغي أي اشتراك.

## ردود عامة

cancelled = أُلغي الطلب.
failed = تعذّر تنفيذ الطلب بسبب خطأ في البوت. يمكن إعادة المحاولة بعد قليل.
only-private = هذا الأمر متاح في المحادثة الخاصة مع البوت فقط.
too-long = النص أطول من الحد المسموح به، ويمكن إرسال نص أقصر.
unknown-command =
    هذا الأمر غير متاح.
    الأوامر المتاحة: /help

## المحررون: المسودة

cut-address = عناوين بريد ومواقع
cut-agency-credit = نسبة إلى وكالة
cut-byline = اسم الكاتب
cut-caption = تعليقات صور
cut-css = تنسيق الصفحة
cut-disclaimer = إخلاء مسؤولية
cut-metadata = بيانات النشر
cut-page-furniture = أجزاء من الصفحة
cut-read-also = اقرأ أيضًا
cut-related = عناوين ذات صلة
cut-repeated-title = تكرار العنوان
cut-share = أزرار المشاركة
cut-sign-off = علامة الختام
cut-site-name = اسم الموقع
cut-site-summary = ملخص الموقع
cut-tags = وسوم
cut-line = السطر { $line }: { $text }
cut-line-reason = السطر { $line } ({ $reason }): { $text }

draft-address = الرابط: { $address }
draft-agency = الوكالة: { $agency }
draft-cuts =
    المحذوف: { $count ->
        [zero] لا شيء
        [one] سطر واحد
        [two] سطران
        [few] { $count } أسطر
        [many] { $count } سطرًا
       *[other] { $count } سطر
    }
draft-heading = <b>مسودة تقرير</b>
draft-heading-of = <b>المسودة { $position } من { $count }</b>
draft-language = اللغة: { $name }
draft-lead = الجمل المختارة:
draft-missing = تعذّر العثور على: { $parts }
draft-no-cuts = لم يُحذف شيء من النص.
draft-published = تاريخ النشر: { $date } (الدقة: { $precision })
draft-publisher = الناشر: { $publisher }
draft-summary =
    ملخص الناشر: { $count ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $count } نقاط
        [many] { $count } نقطة
       *[other] { $count } نقطة
    }
draft-title = العنوان: { $title }
draft-words =
    حجم النص: { $count ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $count } كلمات
        [many] { $count } كلمة
       *[other] { $count } كلمة
    }
part-date = تاريخ النشر
part-publisher = الناشر
part-title = العنوان
precision-day = اليوم
precision-minute = الدقيقة
precision-month = الشهر
precision-second = الثانية
precision-year = السنة

## المحررون: الحوار

ask-date =
    تاريخ النشر، كاملًا أو بقدر ما يُعرف، مثل:
    <code>2024-06-19 17:50</code>
    <code>19 يونيو 2024</code>
    <code>2024-06</code>
ask-publisher = اسم الناشر، في سطر واحد:
ask-text = نص التقرير كما هو في مصدره، مع عنوانه وتاريخه إن وُجدا:
ask-title = عنوان التقرير، في سطر واحد:
date-not-understood =
    تعذّر فهم التاريخ «{ $given }».
    يُكتب التاريخ كاملًا أو بقدر ما يُعرف، مثل:
    <code>2024-06-19 17:50</code>
    <code>19 يونيو 2024</code>
    <code>2024-06</code>
publisher-not-usable = لا يصلح هذا النص اسمًا للناشر. الاسم سطر واحد لا يتجاوز 120 حرفًا.
title-not-usable = لا يصلح هذا النص عنوانًا. العنوان سطر واحد لا يتجاوز 300 حرف.
already-there = هذا النص محفوظ من قبل: { $title }
discarded = أُهملت المسودة، ولم يُنشر منها شيء.
draft-settled = صدر قرار في هذه المسودة من قبل.
nothing-usable = لا تقرير في هذا النص. يمكن إرسال نص التقرير كاملًا مع عنوانه.
published = نُشر التقرير: { $title }

## جلب الصفحات والخلاصات

fetch-bad-certificate =
    شهادة الأمان لهذا الموقع غير صالحة، فلم تُجلب الصفحة: { $address }
    يمكن إرسال نص التقرير نفسه.
fetch-bad-response =
    أرسل الموقع ردًا تالفًا أو ناقصًا: { $address }
    يمكن إعادة المحاولة لاحقًا، أو إرسال نص التقرير نفسه.
fetch-bad-url =
    لا يمكن فتح هذا العنوان: { $address }
    المقبول عنوان صفحة يبدأ بالرمز http أو https، على منفذ معتاد، دون اسم مستخدم أو كلمة مرور.
fetch-http-status =
    ردّ الموقع بأن الصفحة غير متاحة: { $address }
    يمكن التحقق من العنوان، أو إرسال نص التقرير نفسه.
fetch-insecure-redirect =
    يحيل الموقع من اتصال مؤمّن إلى آخر غير مؤمّن، فلم تُجلب الصفحة: { $address }
    يمكن إرسال نص التقرير نفسه.
fetch-refused-address =
    لا يخص هذا العنوان موقعًا عامًا على الإنترنت، فلم يُفتح: { $address }
fetch-timeout =
    لم يكتمل جلب الصفحة خلال 10 ثوانٍ: { $address }
    يمكن إعادة المحاولة لاحقًا، أو إرسال نص التقرير نفسه.
fetch-too-large =
    حجم الصفحة يتجاوز 5 ميغابايت، فلم تُجلب: { $address }
    يمكن إرسال نص التقرير نفسه.
fetch-too-many-redirects =
    يحيل الموقع من عنوان إلى آخر مرات كثيرة دون الوصول إلى صفحة: { $address }
    يمكن إرسال نص التقرير نفسه.
fetch-unreachable =
    تعذّر الوصول إلى الموقع: { $address }
    قد يكون الموقع متوقفًا الآن، أو في العنوان خطأ.
fetch-wrong-type =
    محتوى هذا العنوان من نوع لا يُقرأ هنا: { $address }
    المقبول صفحة ويب، أو خلاصة أخبار في موضعها.

## الرادار على بطاقة المسودة

button-radar-revise = حفظه صيغة جديدة
button-radar-separate = نشره مستقلًا
radar-copy = <b>منشور من قبل:</b> النص نفسه محفوظ.
radar-event =
    الحدث: { $title } ({ $count ->
        [zero] لا تقارير عنه بعد
        [one] عنه تقرير واحد
        [two] عنه تقريران
        [few] عنه { $count } تقارير
        [many] عنه { $count } تقريرًا
       *[other] عنه { $count } تقرير
    })
radar-event-day =
    الحدث: { $title } ({ $day }، { $count ->
        [zero] لا تقارير عنه بعد
        [one] عنه تقرير واحد
        [two] عنه تقريران
        [few] عنه { $count } تقارير
        [many] عنه { $count } تقريرًا
       *[other] عنه { $count } تقرير
    })
radar-event-new = الحدث: جديد في القصة.
radar-foreign = <b>خارج القصة:</b> لا يبدو أن التقرير يخصها.
radar-in-passing = يُذكر طرفا القصة عرضًا في آخر النص فقط.
radar-missing = لا ذكر في النص لأي من: { $words }
radar-near-copy = <b>نسخة معدّلة:</b> { $percent } في المئة من النص مشترك مع تقرير محفوظ.
radar-nearest = أقرب تقرير محفوظ: { $title } ({ $credit }، { $date })
radar-new = <b>جديد:</b> لا نسخة منه بين التقارير المحفوظة.
radar-revision = <b>صيغة جديدة:</b> التقرير محفوظ من قبل بنص مختلف.
radar-same-event = <b>الحدث نفسه:</b> كتب عنه ناشر آخر.
radar-words = الكلمات الدالة على القصة: { $words }

## المالكون: دفعات الإرسال

button-run-cancel = إلغاء الدفعة { $id }
button-run-cancel-yes = نعم، إلغاء الدفعة { $id }
button-run-keep = لا، تبقى كما هي
button-run-pause = إيقاف الدفعة { $id }
button-run-resume = متابعة الدفعة { $id }

duration-hours =
    { $count ->
        [zero] أقل من ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
duration-minutes =
    { $count ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
duration-seconds =
    { $count ->
        [zero] أقل من ثانية
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $count } ثوانٍ
        [many] { $count } ثانية
       *[other] { $count } ثانية
    }

run-braked = توقفت الدفعة { $id } من تلقاء نفسها، ولن يُرسل منها شيء قبل قرار مالك.
run-braked-advice = المتابعة تعيد المحاولة من حيث توقفت، والإلغاء يترك الأخبار للموجز التالي لكل قارئ.
run-cancel-question =
    هل تُلغى الدفعة { $id }؟ ما ينتظر منها لن يُرسل، وعدده { $count }.
    أخباره تبقى جديدة، وتصل في الموجز التالي لكل قارئ.
run-failed = تعذّر الإرسال: { $count }
run-gone = محادثات لم تعد متاحة: { $count }
run-heading = <b>دفعة الإرسال { $id }</b>
run-kept = لم يتغير شيء في الدفعة { $id }.
run-left = الوقت المتبقي: { $time }
run-not-known = هذه الدفعة غير معروفة.
run-rate = السرعة: { $rate } في الثانية
run-reason = السبب: { $reason }
run-refused = محاولات مرفوضة: { $count }
run-sent = وصل: { $sent } من { $planned } ({ $percent }%)
run-skipped = متروك للموجز التالي: { $count }
run-started = البداية: { $time }
run-state-cancelled = الحالة: ملغاة
run-state-done = الحالة: مكتملة
run-state-paused = الحالة: متوقفة مؤقتًا
run-state-running = الحالة: قيد الإرسال
run-took = المدة: { $time }
run-waiting = في الانتظار: { $count }
runs-heading = <b>دفعات الإرسال</b>
runs-none = لا دفعات إرسال بعد.

## المالكون: سجل التسليم

reason-blocked = حُظر البوت
reason-by-operator = قرار من سطر الأوامر
reason-by-owner = قرار المالك { $id }
reason-cancelled = أُلغي الإرسال
reason-chat-gone = المحادثة غير موجودة، أو أُخرج البوت منها
reason-deactivated = حُذف الحساب
reason-flood = طلب تيليغرام الانتظار { $time }
reason-forgotten = انتهى الاشتراك
reason-moved = صار للمجموعة رقم جديد
reason-moved-on = تغير رقم المجموعة مرة بعد مرة
reason-no-answer = لا جواب صالحًا من تيليغرام، وربما وصلت الرسالة
reason-no-rights = لا يُسمح للبوت بالكتابة
reason-nothing-new = لا جديد
reason-stopped = توقف الإرسال إلى المحادثة
reason-superseded = حلّ محله موجز أحدث يشمله
reason-too-late = فات موعده بأكثر من اثنتي عشرة ساعة
reason-topic-closed = الموضوع مغلق أو محذوف

why-attempts = المحاولات المعدودة: { $count }
why-chat = <b>المحادثة { $id }</b>
why-cursor = آخر تقرير وصل رقمه { $id }
why-cursor-none = لم يصل موجز بعد
why-edition =
    العدد { $id }: { $count ->
        [zero] لا تقارير
        [one] تقرير واحد
        [two] تقريران
        [few] { $count } تقارير
        [many] { $count } تقريرًا
       *[other] { $count } تقرير
    }، بعد التقرير { $from } وحتى التقرير { $to }
why-edition-first =
    العدد { $id }: { $count ->
        [zero] لا تقارير
        [one] تقرير واحد
        [two] تقريران
        [few] { $count } تقارير
        [many] { $count } تقريرًا
       *[other] { $count } تقرير
    }، أول موجز، حتى التقرير { $to }
why-hidden = صاحب هذه الرسالة يخفي هويته، فلا يُعرف رقم محادثته.
why-hold-all = انتظار يطلبه تيليغرام لكل المحادثات حتى { $time }
why-hold-chat = انتظار يطلبه تيليغرام لهذه المحادثة حتى { $time }
why-kind = النوع: { $kind }، واللغة: { $language }
why-kind-channel = قناة
why-kind-group = مجموعة
why-kind-private = محادثة خاصة
why-kind-supergroup = مجموعة كبيرة
why-next = الموعد التالي: { $time } ({ $utc })
why-next-attempt = لا قبل: { $time }
why-no-slots = لا مواعيد بعد.
why-no-subscription = لا اشتراك
why-not-stopped = الإرسال: متاح
why-parts = الأجزاء الواصلة: { $arrived } من { $parts }
why-position = القارئ { $page } من { $pages } في هذه المحادثة
why-run = الدفعة { $id }
why-set-by = صاحب الاشتراك: { $id }
why-slot = موعد { $slot }: { $state }
why-slot-asked = عند الطلب { $time }: { $state }
why-slot-nth = موعد { $slot }، الموجز رقم { $number }: { $state }
why-slots = <b>آخر المواعيد</b>
why-state-failed = تعذّر الإرسال
why-state-gone = المحادثة غير متاحة
why-state-pending = ينتظر
why-state-sending = قيد الإرسال
why-state-sent = وصل
why-state-sent-at = وصل { $time }
why-state-skipped = لم يُرسل
why-stopped = الإرسال: متوقف، { $reason }
why-topic = <b>الموضوع { $thread } في المحادثة { $id }</b>
why-unknown = لا محادثة معروفة رقمها { $id }.
why-usage =
    يُكتب رقم المحادثة بعد الأمر، مثل:
    <code>/why -1001234567890</code>
    ويصلح الأمر أيضًا ردًا على رسالة معاد توجيهها.

## المحررون: الإحصاءات والتصدير

button-export-atom = خلاصة Atom
button-export-csv = جدول CSV
button-export-json = ملف JSON
command-export = تصدير القصة ملفًا
command-stats = إحصاءات التقارير والقراء والتسليم
export-caption =
    القصة بصيغة { $form }: { $count ->
        [zero] لا تقارير
        [one] تقرير واحد
        [two] تقريران
        [few] { $count } تقارير
        [many] { $count } تقريرًا
       *[other] { $count } تقرير
    }
export-empty = لا تقارير للتصدير بعد.
export-offer = صيغة التصدير:
export-too-large =
    حجم القصة أكبر مما يُرسل في تيليغرام، ويمكن تصديرها على الخادم:
    <code>mujaz export story.json</code>
stats-amendments = تصحيحات لم تصل بعد: { $count }
stats-articles = التقارير المنشورة: { $count }
stats-chart-others = ناشرون آخرون
stats-chart-title = التقارير بحسب الشهر والناشر
stats-deliveries-failed = تعذّر إرسالها: { $count }
stats-deliveries-gone = محادثات لا يمكن الوصول إليها: { $count }
stats-deliveries-heading = <b>الموجزات في آخر سبعة أيام</b>
stats-deliveries-sent = وصلت: { $count }
stats-deliveries-skipped = لم تُرسل: { $count }
stats-deliveries-waiting = في الطريق: { $count }
stats-drafts = مسودات مفتوحة: { $count }
stats-feeds-active = قيد المتابعة: { $count }
stats-feeds-failing = منها متعثرة: { $count }
stats-feeds-heading = <b>الخلاصات</b>
stats-feeds-paused = موقوفة: { $count }
stats-heading = <b>الإحصاءات</b>
stats-no-picture = تعذّر رسم الصورة.
stats-older = أقدم من مدة الصورة: { $count }
stats-readers-heading = <b>القراء</b>
stats-retracted = تقارير مسحوبة: { $count }
stats-stopped = توقف الإرسال إلى: { $count }
stats-stopped-blocked = حظر البوت: { $count }
stats-stopped-chat-gone = محادثة لم تعد قائمة: { $count }
stats-stopped-deactivated = حساب محذوف: { $count }
stats-stopped-no-rights = لا صلاحية للكتابة: { $count }
stats-stopped-topic-closed = موضوع مغلق: { $count }
stats-subscribed = المشتركون: { $count }
stats-substitute = الرمز { $label } في الصورة: { $publisher }
stats-undated = بلا شهر معروف: { $count }
stats-unsent = موجزات لم تُسلَّم: { $count }
stats-waiting-heading = <b>قيد الانتظار</b>

## المحررون: التعيين والسجل

editors-heading = <b>المحررون</b>
editors-none = لا محررين بعد.
editors-entry = { $name } ({ $id })، منذ { $day }
editors-how =
    للتعيين: <code>/editors 123456789</code> برقم الحساب، أو الأمر /editors ردًا على رسالة محوّلة من الشخص، أو الزر أدناه.
editors-ask = رقم حساب المحرر الجديد، أو بطاقة جهة اتصاله، أو رسالة محوّلة منه:
editors-appointed = عُيّن محررًا: { $name }
editors-already = محرر من قبل: { $name }
editors-dismissed = لم يعد محررًا: { $name }
editors-none-such = لا محرر بهذا الرقم: { $id }
editors-is-owner = هذا حساب مالك، وصلاحياته تأتي من إعدادات التشغيل.
editors-hidden = صاحب الرسالة المحوّلة يخفي حسابه. يمكن إرسال رقم الحساب أو بطاقة جهة الاتصال.
editors-not-a-person =
    تعذّر معرفة الشخص المقصود.
    يُرسل رقم الحساب، مثل: <code>/editors 123456789</code>
editors-question = هل يُعفى { $name } من مهمة المحرر؟ لن تعمل أزرار مسوداته بعد ذلك.
editors-welcome =
    عُيّنت محررًا في هذا البوت.
    لإضافة تقرير: /add، وللأوامر كلها: /help
editors-farewell = انتهت مهمتك محررًا في هذا البوت، ويبقى الاشتراك في الموجز كما هو.
button-appoint = تعيين محرر
button-dismiss = إعفاء { $name }
button-dismiss-yes = نعم، إعفاء
role-owner = مالك
role-person = الحساب { $id }
audit-heading = <b>سجل القرارات</b>
audit-empty = لا قرارات في السجل بعد.
audit-entry = { $time } · { $actor } · { $act }: { $subject }
audit-change = { $field }: من { $before } إلى { $after }
audit-fact = { $field }: { $value }
act-open-draft = فتح مسودة
act-revise-draft = تعديل مسودة
act-publish = نشر
act-discard = إهمال
act-edit-article = تعديل تقرير
act-retract = سحب تقرير
act-undo = تراجع
act-send-alert = تنبيه عاجل
act-manage-feeds = خلاصات
act-see-statistics = إحصاءات
act-export = تصدير
act-see-ranking = ترتيب النتائج
act-govern-deliveries = إرسال الموجز
act-appoint = تعيين
act-read-audit = اطلاع على السجل
subject-draft = المسودة { $id }
subject-article = التقرير { $id }
subject-editor = المحرر { $id }
subject-feed = الخلاصة { $id }
command-editors = المحررون وتعيينهم
command-audit = سجل القرارات التحريرية

## المحررون: مكتب المسودات

button-cut-again = حذف { $line }
button-draft = المسودة { $number }
button-lead = اختيار الجمل
button-lead-auto = الاختيار التلقائي
button-restore = إعادة { $line }
button-split = تقسيم المسودة
button-to-draft = العودة إلى المسودة
command-drafts = المسودات التي تنتظر قرارًا
cut-line-restored = السطر { $line } (أُعيد إلى النص): { $text }
draft-discarded-by =
    هذه المسودة مهملة من قبل.
    صاحب القرار: { $name }
draft-editor = المحرر { $id }
draft-overtaken = تغيّر التقرير المحفوظ أو سُحب في هذه الأثناء، فلم تُحفظ الصيغة الجديدة. المسودة باقية.
draft-owner = المالك
draft-published-by =
    هذه المسودة منشورة من قبل: { $title }
    صاحب القرار: { $name }
draft-revised = حُفظت الصيغة الجديدة: { $title }
draft-too-long = النص أطول من أن يُنشر تقريرًا واحدًا. يمكن تقسيم المسودة.
draft-unusable = لا يمكن نشر المسودة كما هي: النص أو أحد الحقول غير صالح.
drafts-entry =
    { $number }. <b>{ $title }</b>
    { $facts }
drafts-heading =
    { $count ->
        [zero] لا مسودات تنتظر قرارًا.
        [one] مسودة واحدة تنتظر قرارًا:
        [two] مسودتان تنتظران قرارًا:
        [few] { $count } مسودات تنتظر قرارًا:
        [many] { $count } مسودة تنتظر قرارًا:
       *[other] { $count } مسودة تنتظر قرارًا:
    }
drafts-more =
    { $count ->
        [zero] لا مسودات أخرى.
        [one] مسودة أخرى تنتظر في /drafts
        [two] مسودتان أخريان تنتظران في /drafts
        [few] { $count } مسودات أخرى تنتظر في /drafts
        [many] { $count } مسودة أخرى تنتظر في /drafts
       *[other] { $count } مسودة أخرى تنتظر في /drafts
    }
drafts-none = لا مسودات تنتظر قرارًا.
drafts-untitled = مسودة بلا عنوان
lead-choice =
    <b>جمل التقرير</b>
    الضغط على رقم جملة يضيفها إلى المختار أو يحذفها منه. الحد الأقصى { $sentences } جمل و{ $characters } حرف.
lead-chosen = { $number }. ✓ { $text }
lead-sentence = { $number }. { $text }
lead-too-long = لم تُضف الجملة: يتجاوز المختار { $characters } حرف.
lead-too-many = لم تُضف الجملة: المختار { $sentences } جمل من قبل.
lens-heading =
    <b>ما حُذف من النص، مع السبب</b>
    الضغط على رقم سطر يعيده إلى مكانه أو يحذفه من جديد.
nothing-in-file = لا تقرير في الملف { $name }.
nothing-in-page = لا تقرير في الصفحة { $address }.
page-of = الصفحة { $page } من { $pages }
reading-failed = تعذّرت قراءة { $name }. يمكن لصق نص التقرير بدلًا منه.
reading-file = يُقرأ الملف { $name }…
reading-page = يُقرأ العنوان { $address }…
split-choice =
    <b>تقسيم المسودة</b>
    تبدأ المسودة الثانية عند الفقرة التي يُضغط رقمها.
split-impossible = لا يمكن التقسيم عند هذه الفقرة: لا تقرير في أحد القسمين.
split-paragraph = { $number }. { $text }

## الخلاصات

command-feeds = الخلاصات التي تأتي منها الأخبار
button-feed = الخلاصة { $number }
button-feed-add = إضافة خلاصة
button-feed-keep = لا، إبقاؤها
button-feed-pause = إيقاف مؤقت
button-feed-poll = قراءتها الآن
button-feed-remove = حذف الخلاصة
button-feed-remove-yes = نعم، حذفها
button-feed-resume = استئناف
button-feed-try = إضافة: { $title }
feed-added =
    أُضيفت الخلاصة، وستُقرأ خلال دقائق. { $count ->
        [zero] لا عناصر فيها الآن.
        [one] فيها الآن عنصر واحد.
        [two] فيها الآن عنصران.
        [few] فيها الآن { $count } عناصر.
        [many] فيها الآن { $count } عنصرًا.
       *[other] فيها الآن { $count } عنصر.
    }
feed-address = العنوان: { $address }
feed-ask = عنوان الخلاصة (RSS أو Atom أو JSON Feed)، أو عنوان الموقع الذي ينشرها:
feed-brought = العناصر المقروءة: { $items }، والمسودات منها: { $drafts }
feed-entry = { $number }. { $title }
feed-failing = تتعذّر قراءتها: { $reason }
feed-failing-since = محاولات فاشلة منذ { $time }: { $count }
feed-invalid =
    لا خلاصة أخبار في هذا العنوان: { $address }
    المقبول خلاصة بصيغة RSS أو Atom أو JSON Feed، أو صفحة تشير إلى خلاصتها.
feed-known = هذه الخلاصة مضافة من قبل.
feed-next = القراءة التالية: { $time }
feed-not-read-yet = لم تُقرأ بعد.
feed-not-there = هذه الخلاصة غير موجودة، أو حُذفت.
feed-notice-failing = <b>خلاصة متعثرة منذ يوم:</b> { $title }
feed-notice-gone =
    <b>أُوقفت خلاصة:</b> { $title }
    يقول موقعها إنها لم تعد موجودة.
feed-notice-recovered = <b>عادت خلاصة إلى العمل:</b> { $title }
feed-on-page =
    في هذا العنوان صفحة ويب: { $address }
    وهي تشير إلى هذه الخلاصات، ويمكن إضافة أي منها:
feed-paused = الحالة: موقوفة
feed-poll-failed = تعذّرت قراءة الخلاصة: { $reason }
feed-polled =
    قُرئت الخلاصة، { $count ->
        [zero] ولا جديد فيها عن القصة.
        [one] ومنها مسودة جديدة واحدة.
        [two] ومنها مسودتان جديدتان.
        [few] ومنها { $count } مسودات جديدة.
        [many] ومنها { $count } مسودة جديدة.
       *[other] ومنها { $count } مسودة جديدة.
    }
feed-question =
    هل تُحذف هذه الخلاصة: { $title }
    تبقى مسوداتها وتقاريرها كما هي.
feed-reason-address = العنوان لا يُفتح، أو يحيل إلى ما لا يُفتح
feed-reason-certificate = شهادة الأمان غير صالحة
feed-reason-gone = لم تعد موجودة
feed-reason-invalid = ما في العنوان ليس خلاصة سليمة
feed-reason-other = خطأ في البوت
feed-reason-robots = يطلب الموقع من البرامج ألا تقرأها
feed-reason-status = يردّ الموقع بأنها غير متاحة
feed-reason-too-large = كبيرة فوق الحد
feed-reason-unreachable = لا يستجيب الموقع، أو ينقطع ردّه
feed-removed = حُذفت الخلاصة: { $title }
feed-robots =
    يطلب الموقع من البرامج ألا تقرأ هذا العنوان (robots.txt): { $address }
    يمكن إضافة تقاريره بنصوصها.
feed-succeeded = آخر قراءة ناجحة: { $time }
feed-too-heavy =
    تعذّرت قراءة ما في هذا العنوان: { $address }
    حجمه كبير، أو بنيته معطوبة.
feed-untitled = خلاصة بلا عنوان
feed-works = الحالة: قيد المتابعة
feeds-heading = <b>الخلاصات</b>
feeds-how =
    لإضافة خلاصة: الزر أدناه، أو الأمر مع عنوانها، مثل:
    <code>/feeds https://news.example/rss</code>
feeds-none = لا خلاصات بعد.

## الملفات

document-empty =
    لا نص في { $name }.
    يمكن إرسال نص التقرير نفسه.
document-invalid =
    تعذّرت قراءة { $name }: بنيته معطوبة، أو لا تقرير فيه.
    يمكن إرسال نص التقرير نفسه.
document-not-text =
    محتوى { $name } ليس نصًا.
    المقبول نص بترميز UTF-8 أو UTF-16 أو windows-1256.
document-too-large =
    حجم { $name } يتجاوز 5 ميغابايت، أو نصه أطول من المقبول.
    يمكن إرسال نص التقرير وحده.
document-unsupported =
    لا يُقرأ هذا النوع من الملفات: { $name }
    المقبول ملف txt أو md أو html أو json.
parse-failed =
    تعذّرت قراءة { $name }: بنيته معطوبة.
    يمكن إرسال نص التقرير نفسه.
parse-timeout =
    تعذّرت قراءة { $name } في وقت مقبول: بنيته معقدة.
    يمكن إرسال نص التقرير نفسه.
parse-too-large =
    تعذّرت قراءة { $name }: بنيته أكبر من المقبول.
    يمكن إرسال نص التقرير نفسه.

## بعد النشر

alert-ask-id = يلزم رقم التقرير: <code>/alert 12</code>
alert-heading = <b>تنبيه عاجل</b>
alert-later =
    منهم { $count ->
        [zero] لا أحد في ساعات هدوئه
        [one] قارئ واحد في ساعات هدوئه، ويصله عند انتهائها
        [two] قارئان في ساعات هدوئهما، ويصلهما عند انتهائها
        [few] { $count } قراء في ساعات هدوئهم، ويصلهم عند انتهائها
        [many] { $count } قارئًا في ساعات هدوئهم، ويصلهم عند انتهائها
       *[other] { $count } قارئ في ساعات هدوئهم، ويصلهم عند انتهائها
    }.
alert-nobody = لا قارئ يصله هذا التنبيه الآن: من طلب التقارير العاجلة وصله من قبل، أو لم يطلبها أحد.
alert-question =
    إرسال «{ $title }» تنبيهًا عاجلًا؟
    يصل إلى { $count ->
        [zero] لا أحد
        [one] قارئ واحد
        [two] قارئين
        [few] { $count } قراء
        [many] { $count } قارئًا
       *[other] { $count } قارئ
    } ممن طلبوا التقارير العاجلة.
alert-sent =
    التنبيه في الطريق إلى { $count ->
        [zero] لا أحد
        [one] قارئ واحد
        [two] قارئين
        [few] { $count } قراء
        [many] { $count } قارئًا
       *[other] { $count } قارئ
    }.
alerts-off = مع الموجز فقط
alerts-on = فور ورودها
article-retracted = سُحب هذا التقرير في { $day }: <b>{ $title }</b>
article-unknown = لا تقرير بالرقم { $id }.

button-alert = تنبيه عاجل
button-alert-yes =
    إرسال إلى { $count ->
        [zero] لا أحد
        [one] قارئ واحد
        [two] قارئين
        [few] { $count } قراء
        [many] { $count } قارئًا
       *[other] { $count } قارئ
    }
button-alerts-off = إيقاف التنبيهات العاجلة
button-alerts-on = التنبيهات العاجلة
button-edit = تعديل
button-field-address = الرابط
button-field-agency = الوكالة
button-field-author = الكاتب
button-field-date = التاريخ
button-field-event = يوم الحدث
button-field-publisher = الناشر
button-field-text = النص
button-field-title = العنوان
button-history = السجل
button-keep-correction = حفظ تصحيحًا وإبلاغ القراء
button-keep-quietly = حفظ بلا إشعار
button-note-standard = إرسال: { $note }
button-remove-field = حذف القيمة
button-retract = سحب
button-retract-yes = نعم، سحب التقرير
button-undo = { $act }: { $title }

change-after = بعد: { $value }
change-before = قبل: { $value }
change-field = تغيير <b>{ $field }</b>
change-kept = حُفظ التغيير: { $title }، والنسخة الآن { $revision }.
change-not-address = الرابط عنوان صفحة يبدأ بـ https أو http.
change-not-duplicate = في الأرشيف تقرير آخر بالنص نفسه: { $title }
change-not-overtaken = تغيّر التقرير في أثناء ذلك. يمكن فتحه من جديد ثم تعديله.
change-not-retracted = هذا التقرير مسحوب، ولا يُعدَّل المسحوب.
change-not-same = لا فرق بين القيمة الجديدة والحالية.
change-not-text = النص فارغ أو أطول مما يُحفظ.
change-question = هل هو تصحيح يُبلَّغ به القراء؟
change-received =
    وصل التقرير في { $count ->
        [zero] لا رسالة بعد
        [one] رسالة واحدة
        [two] رسالتين
        [few] { $count } رسائل
        [many] { $count } رسالة
       *[other] { $count } رسالة
    }.
change-told =
    يُبلَّغ من وصله التقرير: { $count ->
        [zero] لا رسالة
        [one] رسالة واحدة
        [two] رسالتان
        [few] { $count } رسائل
        [many] { $count } رسالة
       *[other] { $count } رسالة
    }.

edit-ask-address = الرابط الجديد في رسالة.
edit-ask-agency = اسم الوكالة في رسالة.
edit-ask-author = اسم الكاتب في رسالة.
edit-ask-event = يوم الحدث في رسالة، مثل: <code>18 يونيو 2024</code>
edit-ask-id = يلزم رقم التقرير: <code>/edit 12</code>، أو زر التعديل تحت التقرير المفتوح.
edit-ask-note = ما يُقال للقراء عن هذا التصحيح، في سطر أو سطرين.
edit-ask-text = النص الجديد كاملًا في رسالة، أو في عدة رسائل متتالية إن طال.
edit-heading = تعديل التقرير { $id }، النسخة { $revision }
edit-note-too-long =
    الملاحظة تلزم، وأطولها { $most ->
        [zero] لا حروف
        [one] حرف واحد
        [two] حرفان
        [few] { $most } حروف
        [many] { $most } حرفًا
       *[other] { $most } حرف
    }.

field-address = الرابط
field-agency = الوكالة
field-author = الكاتب
field-date = تاريخ النشر
field-event = يوم الحدث
field-headings = العناوين الفرعية
field-language = اللغة
field-lead = الجمل المختارة
field-note = الملاحظة
field-publisher = الناشر
field-summary = ملخص الناشر
field-text = النص
field-title = العنوان
field-topics = المواضيع
field-value = { $field }: { $value }

history-ask-id = يلزم رقم التقرير: <code>/history 12</code>
history-characters =
    { $count ->
        [zero] لا حروف
        [one] حرف واحد
        [two] حرفان
        [few] { $count } حروف
        [many] { $count } حرفًا
       *[other] { $count } حرف
    }
history-current = النسخة { $revision }، وهي المنشورة الآن
history-heading = <b>سجل التقرير { $id }</b>: { $title }
history-version = النسخة { $revision } عُدّلت { $time } بيد { $editor }

note-standard = صُحّح { $field } في هذا التقرير.
notice-corrected = <b>تصحيح:</b> { $note }
notice-restored = أُلغي الإشعار السابق، والتقرير قائم كما نُشر.
notice-retracted = سُحب هذا التقرير: { $note }
notice-withdrawn = سُحب هذا التقرير.

retract-ask-id = يلزم رقم التقرير وسبب السحب: <code>/retract 12 السبب</code>
retract-ask-reason =
    سحب «{ $title }».
    سبب السحب في رسالة، كما يُقال للقراء.
retract-before = سُحب هذا التقرير من قبل: { $title }
retract-done = سُحب التقرير: { $title }
retract-question = سحب «{ $title }»؟

settings-alerts = التقارير العاجلة: { $choice }

told-corrected = تصحيح لتقرير سبق إرساله: { $title }
told-reason = السبب: { $note }
told-restored = أُلغي إشعار سابق، والتقرير قائم كما نُشر: { $title }
told-retracted = سُحب تقرير سبق إرساله: { $title }

undo-before = جرى التراجع عن هذا من قبل.
undo-discard = إهمال
undo-done-discard = المسودة مفتوحة من جديد: { $title }
undo-done-edit = عادت النسخة السابقة: { $title }
undo-done-publish = سُحب ما نُشر، والمسودة مفتوحة من جديد: { $title }
undo-done-retract = عاد التقرير إلى القوائم: { $title }
undo-edit = تعديل
undo-empty = لا شيء يُتراجع عنه بعد.
undo-entry = { $time } – { $act }: { $title } ({ $editor })
undo-entry-undone = { $time } – { $act }: { $title } ({ $editor })، جرى التراجع عنه
undo-heading = <b>آخر ما يمكن التراجع عنه</b>
undo-overtaken = تغيّر شيء بعد ذلك، فالتراجع الآن يمحو أكثر منه. يُتراجع عن الأحدث أولًا.
undo-publish = نشر
undo-retract = سحب
undo-untitled = بلا عنوان

why-amendment-edited = تصحيح التقرير { $id }: عُدّلت الرسالة
why-amendment-failed = تصحيح التقرير { $id }: لم يصل
why-amendment-gone = تصحيح التقرير { $id }: لا يمكن الوصول إلى المحادثة
why-amendment-pending = تصحيح التقرير { $id }: في الانتظار
why-amendment-replied = تصحيح التقرير { $id }: أُرسل في رسالة تالية
why-slot-alert = تنبيه بالتقرير { $id }: { $state }
command-edit = تعديل تقرير منشور
command-retract = سحب تقرير منشور وإبلاغ القراء
command-history = نسخ تقرير وما تغيّر فيها
command-undo = التراجع عن آخر الأعمال
command-alert = إرسال تقرير تنبيهًا عاجلًا
