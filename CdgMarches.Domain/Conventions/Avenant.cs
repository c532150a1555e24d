using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Un avenant bilatéral à la convention d'accès : son objet, le texte consolidé qu'il donne, deux signatures.</summary>
/// <remarks>Convention d'accès, art. 5. Il ne vaut qu'une fois signé des deux parties et daté ; son texte remplace alors le précédent.</remarks>
public sealed class Avenant
{
    public const int LongueurDeLObjet = 500;

    private Avenant() { }

    internal Avenant(int numero, string objet, string? texte, ReglesDAcces? regles) =>
        (Numero, Objet, Texte, Regles) = (numero, objet, texte, regles);

    /// <summary>Numéroté sans trou dans sa convention, à partir de 1.</summary>
    public int Numero { get; private init; }

    public string Objet { get; private set; } = "";

    /// <summary>Le texte consolidé de la convention, cet avenant compris.</summary>
    public string? Texte { get; private set; }

    /// <summary>Les durées et les délais qu'il fixe ; nuls s'il n'y touche pas.</summary>
    public ReglesDAcces? Regles { get; private set; }

    public DateOnly? SigneParLaCollectiviteLe { get; private set; }

    public DateOnly? SigneParLeCdgLe { get; private set; }

    public DateOnly? Effet { get; private set; }

    /// <summary>Vrai quand rien ne manque : deux signatures et une date d'effet.</summary>
    public bool EstConclu => SigneParLaCollectiviteLe is not null && SigneParLeCdgLe is not null && Effet is not null;

    public bool EstSigne => SigneParLaCollectiviteLe is not null || SigneParLeCdgLe is not null;

    /// <summary>Le jour de la première signature ; nul tant que personne n'a signé.</summary>
    public DateOnly? PremiereSignature => new[] { SigneParLaCollectiviteLe, SigneParLeCdgLe }.Min();

    public bool EstEnVigueur(DateOnly jour) => EstConclu && Effet <= jour;

    internal void Rediger(string objet, string? texte, ReglesDAcces? regles) => (Objet, Texte, Regles) = (objet, texte, regles);

    internal void Dater(DateOnly? collectivite, DateOnly? cdg, DateOnly? effet) =>
        (SigneParLaCollectiviteLe, SigneParLeCdgLe, Effet) = (collectivite, cdg, effet);

    internal string DatesEnClair =>
        $"collectivité : {Dire(SigneParLaCollectiviteLe)} ; CDG : {Dire(SigneParLeCdgLe)} ; effet : {Dire(Effet)}";

    private static string Dire(DateOnly? jour) => jour is { } date ? Noyau.EnClair.Date(date) : "pas encore";

    internal string EnClair() => $"n° {Numero.ToString(Francais.Culture)}, {Objet}";
}
