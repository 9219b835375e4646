What this distribution of Krait contains of others

Each library with its version and its licences, of which you may choose one where there are several. The text of
each is in the library's own jar, in META-INF, or where the address behind it leads. What is nested in a bundle of Krait
is named in the META-INF/NOTICE of that bundle too.

<#list dependencyMap as entry>
<#assign project = entry.getKey() licences = entry.getValue()>
${project.groupId}:${project.artifactId} ${project.version}
    ${licences?join("; ")}<#if project.url?has_content>
    ${project.url}</#if>
</#list>
