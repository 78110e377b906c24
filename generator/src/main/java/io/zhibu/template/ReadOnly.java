package io.zhibu.template;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.DefaultMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.template.Configuration;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;

/** Which methods of Java values templates may call: none that changes a list, a map or a date, and none that leads to a class. */
final class ReadOnly implements MemberAccessPolicy {
    private static final Pattern CHANGES = Pattern.compile(
            "(add|put|set|remove|clear|replace|merge|compute|retain|sort|push|pop|poll|offer|take)(?![a-z]).*");

    private final MemberAccessPolicy sound = DefaultMemberAccessPolicy.getInstance(Configuration.VERSION_2_3_34);

    @Override
    public ClassMemberAccessPolicy forClass(Class<?> type) {
        ClassMemberAccessPolicy allowed = sound.forClass(type);
        boolean changeable = Map.class.isAssignableFrom(type)
                || Collection.class.isAssignableFrom(type)
                || Date.class.isAssignableFrom(type);
        return new ClassMemberAccessPolicy() {
            @Override
            public boolean isMethodExposed(Method method) {
                boolean refused = method.getName().equals("getClass")
                        || changeable && CHANGES.matcher(method.getName()).matches();
                return !refused && allowed.isMethodExposed(method);
            }

            @Override
            public boolean isConstructorExposed(Constructor<?> constructor) {
                return false;
            }

            @Override
            public boolean isFieldExposed(Field field) {
                return allowed.isFieldExposed(field);
            }
        };
    }

    @Override
    public boolean isToStringAlwaysExposed() {
        return true;
    }
}
