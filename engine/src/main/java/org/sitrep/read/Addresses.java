package org.sitrep.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the day of publication out of a page's address ("/2022/01/11/", "/2022-01-11-", "20220111"). */
final class Addresses {
    private static final int EARLIEST = 1990;
    private static final int LATEST = 2100;

    private Addresses() {}

    static Optional<LocalDate> day(String address) {
        List<String> numbers = new java.util.ArrayList<>();
        int scheme = address.indexOf("://");
        int i = address.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        if (i < 0) return Optional.empty();
        StringBuilder marks = new StringBuilder();
        while (i < address.length()) {
            int end = i;
            while (end < address.length() && Character.isDigit(address.charAt(end))) end++;
            if (end > i) {
                numbers.add(address.substring(i, end));
                marks.append(end < address.length() ? address.charAt(end) : '/');
                i = end;
            } else {
                if (!numbers.isEmpty()
                        && Character.isLetterOrDigit(address.charAt(i))
                        && numbers.getLast().length() < 3) marks.setCharAt(marks.length() - 1, 'x');
                i++;
            }
        }
        return day(numbers, marks.toString(), address);
    }

    private static Optional<LocalDate> day(List<String> numbers, String marks, String address) {
        for (int i = 0; i < numbers.size(); i++) {
            String n = numbers.get(i);
            if (n.length() == 8) {
                Optional<LocalDate> packed = of(n.substring(0, 4), n.substring(4, 6), n.substring(6));
                if (packed.isPresent()) return packed;
            }
            if (n.length() <= 2
                    && i + 2 < numbers.size()
                    && numbers.get(i + 2).length() == 4
                    && address.contains(n + "-" + numbers.get(i + 1) + "-" + numbers.get(i + 2))) {
                Optional<LocalDate> dayFirst = of(numbers.get(i + 2), numbers.get(i + 1), n);
                if (dayFirst.isPresent()) return dayFirst;
            }
            boolean parted = n.length() == 4
                    && i + 2 < numbers.size()
                    && "/-_.".indexOf(marks.charAt(i)) >= 0
                    && "/-_.".indexOf(marks.charAt(i + 1)) >= 0;
            if (!parted
                    || !address.contains(
                            n + marks.charAt(i) + numbers.get(i + 1) + marks.charAt(i + 1) + numbers.get(i + 2)))
                continue;
            if (numbers.get(i + 1).length() > 2 || numbers.get(i + 2).length() > 2) continue;
            Optional<LocalDate> found = of(n, numbers.get(i + 1), numbers.get(i + 2));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> of(String year, String month, String day) {
        OptionalInt y = OptionalInt.of(Integer.parseInt(year));
        if (y.getAsInt() < EARLIEST || y.getAsInt() > LATEST) return Optional.empty();
        try {
            return Optional.of(LocalDate.of(y.getAsInt(), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
