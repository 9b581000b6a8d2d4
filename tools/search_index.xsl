<?xml version="1.0" encoding="UTF-8"?>
<!--
  The words of a page in one text, for tools/search_index.py. Signs of the private use area stand where something begins
  or ends: U+E003 id U+E004 title U+E005 a heading, and U+E006 the end of an element that held a heading, once for each.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="*">
    <xsl:text> </xsl:text>
    <xsl:call-template name="inside"/>
  </xsl:template>

  <!-- What stands in a line parts no words. -->
  <xsl:template match="a|abbr|b|button|cite|code|em|i|small|span|strong|sub|sup">
    <xsl:call-template name="inside"/>
  </xsl:template>

  <xsl:template match="h1|h2[@id]|h3[@id]|h4[@id]|h5[@id]|h6[@id]">
    <xsl:value-of select="concat('&#xE003;', @id, '&#xE004;')"/>
    <xsl:call-template name="inside"/>
    <xsl:text>&#xE005;</xsl:text>
  </xsl:template>

  <!-- What no reader sees as words, or is left out on purpose. -->
  <xsl:template match="script|style|template|object|*[@data-search-exclude]|*[@class = 'headerlink']" priority="2"/>
  <xsl:template match="comment()|processing-instruction()"/>

  <xsl:template name="inside">
    <xsl:apply-templates/>
    <xsl:for-each select="(h1|h2[@id]|h3[@id]|h4[@id]|h5[@id]|h6[@id])[not(@data-search-exclude)]">
      <xsl:text>&#xE006;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
