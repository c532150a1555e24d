using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La délibération qui approuve un avenant suit la soumission du texte, ou l'on constate qu'elle portait sur lui.</summary>
/// <remarks>
/// RG1.34. Chaque assemblée approuve « dans les mêmes termes » : adoptée avant que le texte soit soumis, une délibération n'a pu nommer
/// sa version par son empreinte. Elle ne compte donc pas, sauf si l'agent, qui a le projet et la délibération sous les yeux, constate
/// que le texte adopté est bien celui-là et dit pourquoi. Lecture retenue : le jour même de la soumission convient. La règle ne vise
/// que l'avenant : le texte de la convention d'origine n'a ni version ni empreinte avant sa signature.
/// </remarks>
public sealed record DeliberationApresLeTexte(DateOnly? AdopteeLe, DateOnly? TexteLe, bool PorteSurCeTexte) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "constat";

    /// <summary>L'assemblée refuse : la refuser avant d'avoir reçu ce texte, c'est en refuser un autre, et le rejet est définitif.</summary>
    public bool EstUnRefus { get; init; }

    public bool EstRespectee => !PorteSurCeTexte || AdopteeLe is not { } adoptee || TexteLe is not { } texte || adoptee >= texte;

    public string Message =>
        $"La délibération, adoptée le {EnClair.Date(AdopteeLe!.Value)}, précède le texte soumis le {EnClair.Date(TexteLe!.Value)} : elle ne compte pas tant que vous n'avez pas constaté qu'elle {(EstUnRefus ? "refuse" : "approuve")} ce texte. Dites ce qui le montre.";
}

/// <summary>On ne constate que l'approbation d'un texte qu'une délibération a précédé.</summary>
/// <remarks>RG1.34.</remarks>
public sealed record ApprobationAConstater(bool EstAConstater) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public bool EstRespectee => EstAConstater;

    public string Message =>
        "Cette approbation n'attend aucun constat : elle compte déjà, ou porte sur un autre texte. Rien n'a été modifié.";
}
