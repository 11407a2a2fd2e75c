@echo off
rem Finds a JDK 25 and runs Sitrep; in a source folder it builds first where app\target\lib is missing.
setlocal
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"
set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined JDK (
  echo sitrep: needs a Java Development Kit 25 or newer; JAVA_HOME, the path and the usual folders hold none. 1>&2
  echo Get one from https://adoptium.net ^(or: winget install EclipseAdoptium.Temurin.25.JDK^), then run this again. 1>&2
  exit /b 3
)
set "LIB=%HERE%\lib"
if exist "%HERE%\pom.xml" set "LIB=%HERE%\app\target\lib"
if not exist "%LIB%" (
  set "JAVA_HOME=%JDK%"
  pushd "%HERE%"
  call mvn -q -B package -Dmaven.test.skip=true -Dsitrep.zip.skip=true
  popd
)
"%JDK%\bin\java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "-Dsitrep.home=%HERE%" %JAVA_OPTS% -cp "%LIB%\*" org.sitrep.app.Main %*
exit /b %ERRORLEVEL%

:try
if defined JDK exit /b 0
if not exist "%~1\release" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
set "FEATURE=0"
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "FEATURE=%%v"
set "FEATURE=%FEATURE:"=%"
if %FEATURE% GEQ 25 set "JDK=%~1"
exit /b 0
