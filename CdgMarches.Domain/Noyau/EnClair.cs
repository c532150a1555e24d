namespace CdgMarches.Domain.Noyau;

/// <summary>L'écriture française des valeurs dans les messages des règles.</summary>
internal static class EnClair
{
    /// <summary>« 1er janvier 2026 ».</summary>
    public static string Date(DateOnly jour) =>
        jour.Day == 1 ? $"1er {jour.ToString("MMMM yyyy", Francais.Culture)}" : jour.ToString("d MMMM yyyy", Francais.Culture);

    /// <summary>« 9 h 30 ».</summary>
    public static string Heure(TimeOnly heure) => heure.ToString("H' h 'mm", Francais.Culture);

    /// <summary>« 1 ligne », « 2 lignes » ; le pluriel ajoute un s à chaque mot, ou se donne.</summary>
    public static string Compter(int nombre, string singulier, string? pluriel = null) =>
        $"{nombre.ToString("#,0", Francais.Culture)} {(nombre is > -2 and < 2 ? singulier : pluriel ?? string.Join(' ', singulier.Split(' ').Select(mot => mot + "s")))}";

    /// <summary>« 216 000,00 € HT », sur une seule ligne : milliers et unité sont liés par des espaces insécables.</summary>
    public static string Montant(MontantHt montant) => $"{montant.Euros.ToString("N2", Francais.Culture)}\u00A0€\u00A0HT";

    /// <summary>Un libellé repris dans une phrase : sa majuscule tombe, celles des sigles restent.</summary>
    public static string EnSuite(string libelle) => char.ToLower(libelle[0], Francais.Culture) + libelle[1..];

    /// <summary>Un texte mis en tête d'une phrase : sa première lettre est majuscule.</summary>
    public static string EnTete(string texte) => char.ToUpper(texte[0], Francais.Culture) + texte[1..];

    /// <summary>« Raccourcissez l'objet : 500 caractères au plus, 612 saisis. »</summary>
    public static string TropLong(string libelle, int longueur, int maximum) =>
        $"Raccourcissez {EnSuite(libelle)} : {Compter(maximum, "caractère")} au plus, {longueur.ToString("#,0", Francais.Culture)} saisis.";

    /// <summary>« du 1er janvier 2026 au 31 décembre 2027 » ou « depuis le 1er avril 2026 ».</summary>
    public static string Validite(DateOnly debut, DateOnly? fin) =>
        fin is { } derniere ? $"du {Date(debut)} au {Date(derniere)}" : $"depuis le {Date(debut)}";
}
