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
    public static string Libelle(this EtatDeRetrait etat) =>
        etat switch
        {
            EtatDeRetrait.Annonce => "Annoncé",
            EtatDeRetrait.Constate => "Constaté",
            EtatDeRetrait.Caduc => "Caduc",
            EtatDeRetrait.Abandonne => "Abandonné",
        };
}
