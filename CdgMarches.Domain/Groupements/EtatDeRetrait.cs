namespace CdgMarches.Domain.Groupements;

public enum EtatDeRetrait
{
    Annonce,

    /// <summary>La sortie est fixée ; il reste « incomplet » tant que chaque membre n'a pas la copie.</summary>
    Constate,

    /// <summary>Le préavis est resté sans délibération au 31 décembre.</summary>
    Caduc,
    Abandonne,
}

public static class LibellesDeRetrait
{
    /// <summary>Vrai si le membre reste : la sortie que le dossier prévoyait n'a pas lieu.</summary>
    public static bool EstSansEffet(this EtatDeRetrait etat) => etat is EtatDeRetrait.Caduc or EtatDeRetrait.Abandonne;

    public static string Libelle(this EtatDeRetrait etat) =>
        etat switch
        {
            EtatDeRetrait.Annonce => "Annoncé",
            EtatDeRetrait.Constate => "Constaté",
            EtatDeRetrait.Caduc => "Caduc",
            EtatDeRetrait.Abandonne => "Abandonné",
        };
}
