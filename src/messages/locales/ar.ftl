# كل كلمة يقرؤها إنسان بالعربية. المفاتيح نفسها في en.ftl، وقائمتها في ../keys.ts.
# القواعد: فصحى قصيرة محايدة، مصادر لا أفعال أمر على الأزرار، لا علامات تعجب، ست صيغ للعدد،
# وكل سطر يبدأ بحرف عربي. الكلمات الأجنبية في النص تُعزل آليًا (fluent.ts).

## أزرار

button-back = العودة إلى القائمة
button-best-first = الأقرب أولًا
button-cancel = إلغاء
button-digest = الموجز الآن
button-discard = إهمال المسودة
button-erase = نعم، محو البيانات
button-example = بحث: { $words }
button-help = المساعدة
button-language = تغيير اللغة
button-latest = أحدث التقارير
button-newest-first = الأحدث أولًا
button-next = التالي
button-other-time = موعد آخر
button-other-zone = منطقة أخرى
button-previous = السابق
button-publish = نشر
button-read = قراءة { $number }
button-set-date = تحديد التاريخ
button-set-publisher = تحديد الناشر
button-set-title = تحديد العنوان
button-settings = الإعدادات
button-show-cuts = عرض المحذوف
button-source = فتح المصدر
button-subscribe = الاشتراك في الموجز
button-time = تغيير الموعد
button-unsubscribe = إلغاء الاشتراك
button-zone = تغيير المنطقة الزمنية

expired-button = انتهت صلاحية هذا الزر. يمكن طلب القائمة من جديد.
saved = حُفظ التغيير.

## لغات ومناطق زمنية

language-ar = العربية
language-en = English

zone-aden = عدن
zone-algiers = الجزائر
zone-amman = عمّان
zone-baghdad = بغداد
zone-beirut = بيروت
zone-berlin = برلين
zone-cairo = القاهرة
zone-casablanca = الدار البيضاء
zone-damascus = دمشق
zone-dubai = دبي
zone-gaza = غزة
zone-istanbul = إسطنبول
zone-khartoum = الخرطوم
zone-london = لندن
zone-moscow = موسكو
zone-riyadh = الرياض
zone-tripoli = طرابلس (ليبيا)
zone-tunis = تونس

## قائمة الأوامر

command-add = إضافة تقرير بلصق نصه
command-digest = الموجز الآن، قبل موعده
command-forget = محو بيانات هذه المحادثة
command-help = الأوامر وما تفعله
command-latest = أحدث التقارير
command-privacy = البيانات المحفوظة ومدة حفظها
command-search = بحث في التقارير بكلمة أو اسم
command-settings = اللغة والموعد والمنطقة الزمنية
command-start = تعريف بالبوت وأحدث عنوان
command-subscribe = الاشتراك في الموجز اليومي وتحديد موعده
command-unsubscribe = إلغاء الاشتراك في الموجز

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
digest-nothing-since = لا تقارير جديدة منذ { $day }.
digest-omitted =
    { $count ->
        [zero] لم يبقَ تقرير جديد آخر، والقائمة كلها في /latest
        [one] بقي تقرير جديد آخر في /latest
        [two] بقي تقريران جديدان آخران في /latest
        [few] بقيت { $count } تقارير جديدة أخرى في /latest
        [many] بقي { $count } تقريرًا جديدًا آخر في /latest
       *[other] بقي { $count } تقرير جديد آخر في /latest
    }
digest-undated = من غير تاريخ

## الاشتراك والإعدادات

subscribed =
    الاشتراك فعّال: يصل الموجز كل يوم في الساعة { $time } بتوقيت { $zone }.
    أول موعد هو { $day }، ولا يُرسل شيء في يوم لا جديد فيه.
unsubscribed =
    أُلغي الاشتراك، ولن يُرسل الموجز اليومي.
    للاشتراك من جديد: /subscribe
not-subscribed =
    لا اشتراك في الموجز حاليًا.
    للاشتراك: /subscribe
ask-language = لغة الرسائل:
ask-time =
    موعد الموجز اليومي:
    يمكن اختيار ساعة من الأزرار أو كتابتها بنظام 24 ساعة، مثل: 07:30
ask-zone =
    المنطقة الزمنية:
    يمكن اختيار مدينة من الأزرار أو كتابة اسم المنطقة، مثل: Africa/Cairo
bad-time =
    تعذّر فهم الموعد «{ $given }».
    يُكتب الموعد بالساعات والدقائق، من 00:00 إلى 23:59، مثل:
    <code>/subscribe 07:30</code>
    <code>/subscribe 13:00</code>
    <code>/subscribe 21:15 Africa/Cairo</code>
bad-zone =
    لا منطقة زمنية معروفة باسم «{ $given }».
    تُكتب المنطقة بالقارة والمدينة، مثل:
    <code>Asia/Riyadh</code>
    <code>Africa/Cairo</code>
    <code>Europe/London</code>
settings-active = الاشتراك: فعّال
settings-heading = <b>الإعدادات</b>
settings-inactive = الاشتراك: غير فعّال
settings-language = اللغة: { $name }
settings-time = موعد الموجز: { $time }
settings-zone = المنطقة الزمنية: { $zone }

## الخصوصية

privacy =
    <b>الخصوصية</b>
    يُحفظ عن هذه المحادثة: رقمها واللغة وموعد الموجز والمنطقة الزمنية وآخر تقرير وصل إليها وحالات التسليم. ولا تُحفظ معها أسماء.

    الرسائل الواردة تبقى كما وصلت 48 ساعة على الأكثر، كي لا تضيع أي منها.
    كلمات البحث تبقى مع قوائم النتائج 30 يومًا على الأكثر، لتصفح صفحاتها.
    مسودات المحررين تبقى مع سجل القرارات التحريرية.

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
draft-in-story = التقرير يخص القصة.
draft-in-story-words = التقرير يخص القصة، والدليل: { $words }
draft-language = اللغة: { $name }
draft-lead = الجمل المختارة:
draft-missing = تعذّر العثور على: { $parts }
draft-no-cuts = لم يُحذف شيء من النص.
draft-not-in-story = لا يبدو أن التقرير يخص القصة.
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
already-published = هذه المسودة منشورة من قبل.
already-there = هذا النص محفوظ من قبل: { $title }
discarded = أُهملت المسودة، ولم يُنشر منها شيء.
draft-settled = صدر قرار في هذه المسودة من قبل.
nothing-usable = لا تقرير في هذا النص. يمكن إرسال نص التقرير كاملًا مع عنوانه.
published = نُشر التقرير: { $title }
