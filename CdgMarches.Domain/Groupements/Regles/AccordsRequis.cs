using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>L'avenant prend effet quand les approbations requises sont exécutoires.</summary>
/// <remarks>RG1.34. Dans les mêmes termes : l'approbation d'un autre texte ne compte pas.</remarks>
public sealed record AccordsRequis(int Executoires, int Requis, int AutreTexte, int AConstater = 0) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public string? Champ => "approbations";

    public bool EstRespectee => Requis > 0 && Executoires >= Requis;

    public string Message =>
        $"{Executoires.ToString(Francais.Culture)} / {Requis.ToString(Francais.Culture)} approbations exécutoires de ce texte : l'avenant prend effet quand toutes y sont."
        + (
            AutreTexte == 0
                ? ""
                : $" {EnClair.Compter(AutreTexte, "approbation porte sur un autre texte et ne compte pas", "approbations portent sur un autre texte et ne comptent pas")}."
        )
        + (
            AConstater == 0
                ? ""
                : $" {EnClair.Compter(AConstater, "délibération précède", "délibérations précèdent")} le texte soumis : constatez qu'elles l'approuvent, ou demandez-en une autre."
        );
}
