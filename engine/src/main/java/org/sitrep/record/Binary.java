package org.sitrep.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Records of the model as bytes and back, for keeping them beside the program that made them: the form follows the records' own
 * components and is read by no other version of them. Equal records give equal bytes, whatever the order of their sets.
 */
public final class Binary {
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private record Shape(Constructor<?> constructor, RecordComponent[] components, Type[] types) {}

    private Binary() {}

    /** The record, compressed. */
    public static byte[] bytes(Record value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
            write(out, value.getClass(), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    /** The record of {@code type} that {@link #bytes} made these bytes of. */
    public static <T extends Record> T record(byte[] bytes, Class<T> type) {
        try (DataInputStream in = new DataInputStream(
                new java.io.BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes))))) {
            return type.cast(read(in, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shape shape(Class<?> type) {
        return SHAPES.computeIfAbsent(type, t -> {
            RecordComponent[] components = t.getRecordComponents();
            Class<?>[] raw =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Type[] types = Arrays.stream(components)
                    .map(RecordComponent::getGenericType)
                    .toArray(Type[]::new);
            try {
                Constructor<?> constructor = t.getDeclaredConstructor(raw);
                constructor.setAccessible(true);
                for (RecordComponent c : components) c.getAccessor().setAccessible(true);
                return new Shape(constructor, components, types);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has its canonical constructor", e);
            }
        });
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static void write(DataOutputStream out, Type type, Object value) throws IOException {
        Class<?> raw = raw(type);
        switch (value) {
            case String s -> string(out, s);
            case Long n -> out.writeLong(n);
            case Integer n -> out.writeInt(n);
            case Double n -> out.writeDouble(n);
            case Boolean b -> out.writeBoolean(b);
            case Enum<?> e -> out.writeByte(e.ordinal());
            case LocalDate d -> out.writeLong(d.toEpochDay());
            case YearMonth m -> out.writeLong(m.atDay(1).toEpochDay());
            case Optional<?> o -> {
                out.writeBoolean(o.isPresent());
                if (o.isPresent()) write(out, argument(type, 0), o.get());
            }
            case OptionalLong o -> {
                out.writeBoolean(o.isPresent());
                out.writeLong(o.orElse(0));
            }
            case OptionalInt o -> {
                out.writeBoolean(o.isPresent());
                out.writeInt(o.orElse(0));
            }
            case List<?> all -> each(out, all, argument(type, 0));
            case Set<?> all -> sorted(out, all, argument(type, 0));
            case Map<?, ?> all -> map(out, all, type);
            case Record r -> {
                if (raw.isInterface())
                    out.writeByte(Arrays.asList(raw.getPermittedSubclasses()).indexOf(r.getClass()));
                record(out, r);
            }
            default -> throw new IllegalArgumentException("no form for " + raw);
        }
    }

    private static void record(DataOutputStream out, Record value) throws IOException {
        Shape shape = shape(value.getClass());
        for (int i = 0; i < shape.components().length; i++) {
            try {
                write(out, shape.types()[i], shape.components()[i].getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void each(DataOutputStream out, Collection<?> all, Type type) throws IOException {
        out.writeInt(all.size());
        for (Object one : all) write(out, type, one);
    }

    private static byte[] alone(Type type, Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, type, value);
        }
        return bytes.toByteArray();
    }

    private static void sorted(DataOutputStream out, Set<?> all, Type type) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        for (Object one : all) parts.add(alone(type, one));
        parts.sort(Arrays::compare);
        out.writeInt(parts.size());
        for (byte[] part : parts) out.write(part);
    }

    private static void map(DataOutputStream out, Map<?, ?> all, Type type) throws IOException {
        Map<byte[], Object> parts = new java.util.TreeMap<>(Arrays::compare);
        for (Map.Entry<?, ?> e : all.entrySet()) parts.put(alone(argument(type, 0), e.getKey()), e.getValue());
        out.writeInt(parts.size());
        for (Map.Entry<byte[], Object> e : parts.entrySet()) {
            out.write(e.getKey());
            write(out, argument(type, 1), e.getValue());
        }
    }

    /** UTF-8, or UTF-16 where half a character stands alone, as it may on a damaged page. */
    private static void string(DataOutputStream out, String s) throws IOException {
        byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
        boolean whole = new String(bytes, StandardCharsets.UTF_8).equals(s);
        out.writeBoolean(whole);
        if (!whole) {
            out.writeInt(s.length());
            for (int i = 0; i < s.length(); i++) out.writeChar(s.charAt(i));
            return;
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInputStream in) throws IOException {
        boolean whole = in.readBoolean();
        int length = in.readInt();
        if (whole) return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) out.append(in.readChar());
        return out.toString();
    }

    private static Object read(DataInputStream in, Type type) throws IOException {
        Class<?> raw = raw(type);
        if (raw == String.class) return string(in);
        if (raw == long.class || raw == Long.class) return in.readLong();
        if (raw == int.class || raw == Integer.class) return in.readInt();
        if (raw == double.class || raw == Double.class) return in.readDouble();
        if (raw == boolean.class || raw == Boolean.class) return in.readBoolean();
        if (raw.isEnum()) return raw.getEnumConstants()[in.readByte()];
        if (raw == LocalDate.class) return LocalDate.ofEpochDay(in.readLong());
        if (raw == YearMonth.class) return YearMonth.from(LocalDate.ofEpochDay(in.readLong()));
        if (raw == Optional.class)
            return in.readBoolean() ? Optional.of(read(in, argument(type, 0))) : Optional.empty();
        if (raw == OptionalLong.class) {
            boolean present = in.readBoolean();
            long value = in.readLong();
            return present ? OptionalLong.of(value) : OptionalLong.empty();
        }
        if (raw == OptionalInt.class) {
            boolean present = in.readBoolean();
            int value = in.readInt();
            return present ? OptionalInt.of(value) : OptionalInt.empty();
        }
        if (raw == List.class) return List.copyOf(fill(in, new ArrayList<>(), argument(type, 0)));
        if (raw == Set.class) return Set.copyOf(fill(in, new HashSet<>(), argument(type, 0)));
        if (raw == Map.class) return map(in, type);
        return record(in, raw.isInterface() ? raw.getPermittedSubclasses()[in.readByte()] : raw);
    }

    private static Collection<Object> fill(DataInputStream in, Collection<Object> out, Type type) throws IOException {
        for (int n = in.readInt(); n > 0; n--) out.add(read(in, type));
        return out;
    }

    private static Map<Object, Object> map(DataInputStream in, Type type) throws IOException {
        Map<Object, Object> out = new HashMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            Object key = read(in, argument(type, 0));
            out.put(key, read(in, argument(type, 1)));
        }
        return Map.copyOf(out);
    }

    private static Object record(DataInputStream in, Class<?> type) throws IOException {
        Shape shape = shape(type);
        Object[] values = new Object[shape.types().length];
        for (int i = 0; i < values.length; i++) values[i] = read(in, shape.types()[i]);
        try {
            return shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
