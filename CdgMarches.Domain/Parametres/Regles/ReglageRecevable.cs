using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Parametres.Regles;

/// <summary>Un réglage général se lit avant de s'enregistrer.</summary>
/// <param name="Cle">Le réglage, qui est aussi son champ.</param>
/// <param name="Refus">Ce qui ne va pas, et quoi écrire ; nul s'il convient.</param>
/// <remarks>Tous ceux qui ne conviennent pas sont dits à la fois.</remarks>
public sealed record ReglageRecevable(string Cle, string? Refus) : IRegle
{
    public string Code => "RG9.07";

    public string Fondement => "Réglages du centre de gestion";

    public string? Champ => Cle;

    public bool EstRespectee => Refus is null;

    public string Message => Refus ?? "";
}
